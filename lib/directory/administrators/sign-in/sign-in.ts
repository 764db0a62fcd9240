import { randomBytes } from "node:crypto";
import { foldCase } from "@/lib/scim/compare";
import { hashPassword, verifyPassword } from "../../accounts/password-hash";
import { acceptCode } from "../second-factor/accept-code";
import type { SessionStart } from "../session/session";
import { findCredentials, recordSignIn } from "../session/store";
import { attemptKeys } from "./attempt";
import { beginAttempt, clearAttempts, forgiveAttempt } from "./store";

export interface SignInInput {
  readonly email: string;
  readonly password: string;
  /** Of the authenticator app, or a recovery code. */
  readonly code?: string | undefined;
}

/** `refused` never says which part was wrong. */
export type SignInOutcome =
  | { readonly kind: "signed_in"; readonly session: SessionStart }
  | { readonly kind: "code_wanted" }
  | { readonly kind: "refused"; readonly waitSeconds: number }
  | { readonly kind: "wait"; readonly seconds: number };

/** Longer ones were never accepted, and are not worth hashing. */
const MOST_PASSWORD_LENGTH = 2048;

/** Checks email, password and, where there is a second factor, a code; counts what fails. */
export async function signIn(
  { email, password, code }: SignInInput,
  address: string,
  now = new Date(),
): Promise<SignInOutcome> {
  const keys = attemptKeys(email, address);
  const attempt = await beginAttempt(keys, now);
  if (attempt.kind === "wait") return attempt;
  const refused = { kind: "refused", waitSeconds: attempt.nextWaitSeconds } as const;

  const found = await findCredentials(foldCase(email.trim()));
  const tried = password.length > MOST_PASSWORD_LENGTH ? "" : password;
  const right = await verifyPassword(found?.passwordHash ?? (await decoyHash()), tried);
  if (!right || !found || found.disabled) return refused;
  if (found.totpSecret !== undefined) {
    if (!code) {
      await forgiveAttempt(keys, now);
      return { kind: "code_wanted" };
    }
    if (!(await acceptCode(found.id, found.totpSecret, code, now))) return refused;
  }
  await forgiveAttempt(keys, now);
  await clearAttempts(keys.account, now);
  await recordSignIn(found.id, now);
  return { kind: "signed_in", session: { id: found.id, epoch: found.epoch } };
}

/** For who was signed in by the company's OpenID provider, which has verified the email. */
export async function signInByVerifiedEmail(
  email: string,
  now = new Date(),
): Promise<SessionStart | undefined> {
  const found = await findCredentials(foldCase(email.trim()));
  if (!found || found.disabled) return undefined;
  await recordSignIn(found.id, now);
  return { id: found.id, epoch: found.epoch };
}

let decoy: Promise<string> | undefined;

/** An email that nobody has takes as long as one that somebody has. */
function decoyHash(): Promise<string> {
  decoy ??= hashPassword(randomBytes(32).toString("base64"));
  return decoy;
}
