import { createHash } from "node:crypto";
import { foldCase } from "@/lib/scim/compare";

/** What an attempt is counted by. */
export interface AttemptKeys {
  readonly account: string;
  readonly address: string;
}

/**
 * The email is kept as a hash: what people type there by mistake may be a password. Emails
 * that nobody has are counted like others, so that the delay tells nothing.
 */
export function attemptKeys(email: string, address: string): AttemptKeys {
  const hash = createHash("sha256").update(foldCase(email.trim())).digest("base64url");
  return { account: `account:${hash}`, address: `address:${address}` };
}

/** An attempt that may go on, counted as a failure beforehand, or one that has to wait. */
export type Attempt =
  | { readonly kind: "allowed" /** If it fails, until the next one. */; readonly nextWaitSeconds: number }
  | { readonly kind: "wait"; readonly seconds: number };
