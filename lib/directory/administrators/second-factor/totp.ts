import { Secret, TOTP } from "otpauth";
import { seal, unseal } from "../../extended-fields/seal";

const ISSUER = "Open IDaaS";
const PERIOD_SECONDS = 30;
/** Steps before and after the present one: clocks differ, and people type slowly (RFC 6238 §5.2). */
const WINDOW = 1;

/** 160 bits in base32 (RFC 4226 §4). */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What the QR code says to an authenticator app. */
export function totpUri(secret: string, email: string): string {
  return totpOf(secret, email).toString();
}

/** The time step whose code this is; undefined when it is none near `now`. */
export function matchedStep(secret: string, code: string, now: Date): number | undefined {
  const delta = totpOf(secret, "").validate({ token: code, timestamp: now.getTime(), window: WINDOW });
  if (delta === null) return undefined;
  return Math.floor(now.getTime() / 1000 / PERIOD_SECONDS) + delta;
}

export function sealTotpSecret(secret: string, administratorId: string): string {
  return seal(secret, place(administratorId));
}

export function unsealTotpSecret(sealed: string, administratorId: string): string {
  return unseal(sealed, place(administratorId));
}

function place(administratorId: string): string {
  return `administrator ${administratorId} totp`;
}

function totpOf(secret: string, label: string): TOTP {
  return new TOTP({ issuer: ISSUER, label, secret: Secret.fromBase32(secret), period: PERIOD_SECONDS });
}
