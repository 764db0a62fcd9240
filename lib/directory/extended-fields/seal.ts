import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { encryptionKey } from "@/lib/env";

const VERSION = "v1";

/**
 * A value sealed with AES-256-GCM under ENCRYPTION_KEY. `place` (instance, account and
 * field) is authenticated too, so that a sealed value moved elsewhere does not open.
 */
export function seal(plain: string, place: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", encryptionKey(), nonce).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  const parts = [nonce, cipher.getAuthTag(), sealed].map((part) => part.toString("base64url"));
  return [VERSION, ...parts].join(".");
}

/** @throws Error when the text was altered, moved, or sealed with another key */
export function unseal(text: string, place: string): string {
  const [version, nonce, tag, sealed] = text.split(".");
  if (version !== VERSION || nonce === undefined || tag === undefined || sealed === undefined) {
    throw new Error("A sealed value is not of the known form.");
  }
  const decipher = createDecipheriv("aes-256-gcm", encryptionKey(), Buffer.from(nonce, "base64url"))
    .setAAD(Buffer.from(place))
    .setAuthTag(Buffer.from(tag, "base64url"));
  return decipher.update(Buffer.from(sealed, "base64url"), undefined, "utf8") + decipher.final("utf8");
}
