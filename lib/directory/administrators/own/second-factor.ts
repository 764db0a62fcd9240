import { z } from "zod";
import { EnvironmentProblem } from "@/lib/env";
import { invalidValue, refused } from "../../error";
import { checked } from "../../input";
import { hashRecoveryCode, newRecoveryCodes } from "../second-factor/recovery-code";
import { matchedStep, newTotpSecret, sealTotpSecret, totpUri, unsealTotpSecret } from "../second-factor/totp";
import type { Self, SessionStart } from "../session/session";
import { provePassword } from "./prove-password";
import { changeOwn } from "./store";

const currentPassword = z.string().min(1, { error: "Enter your current password." });

export const SecondFactorEnrolment = z.strictObject({
  /** As offerSecondFactor gave it. */
  sealed: z.string(),
  code: z.string().regex(/^\s*(\d\s*){6}$/, { error: "Enter the six digits that the app shows." }),
  currentPassword,
});

export const OwnPassword = z.strictObject({ currentPassword });

/** A secret to put into an authenticator app. Nothing is kept until a code of it comes back. */
export interface SecondFactorOffer {
  readonly secret: string;
  /** For the QR code. */
  readonly uri: string;
  readonly sealed: string;
}

/** What was changed, with the codes that are shown this once. */
export interface NewRecoveryCodes {
  readonly session: SessionStart;
  readonly recoveryCodes: readonly string[];
}

/** @throws DirectoryError refused where the deployment has no ENCRYPTION_KEY */
export function offerSecondFactor({ id, email }: Self): SecondFactorOffer {
  const secret = newTotpSecret();
  try {
    return { secret, uri: totpUri(secret, email), sealed: sealTotpSecret(secret, id) };
  } catch (error) {
    if (!(error instanceof EnvironmentProblem)) throw error;
    throw refused(`A second factor is kept encrypted. ${error.message}`);
  }
}

/**
 * From here on the sign-in asks for a code. Ends the administrator's other sessions.
 *
 * @throws DirectoryError refused on currentPassword, or when there is a second factor; invalid_value on code
 */
export async function enrolSecondFactor(
  self: Self,
  input: z.input<typeof SecondFactorEnrolment>,
  now = new Date(),
): Promise<NewRecoveryCodes> {
  const { sealed, code, currentPassword } = checked(SecondFactorEnrolment, input);
  const present = await provePassword(self, currentPassword, now);
  if (present !== undefined) throw refused("You have a second factor. Take it away first.");
  const totpStep = matchedStep(secretOf(sealed, self.id), code.replace(/\s/g, ""), now);
  if (totpStep === undefined) {
    throw invalidValue("code", "That code is not right. Enter the one that the app shows now.");
  }
  const recoveryCodes = newRecoveryCodes();
  const session = await changeOwn(
    self,
    { totpSecret: sealed, totpStep, recoveryCodes: hashesOf(self.id, recoveryCodes) },
    audit(false, true),
    now,
  );
  return { session, recoveryCodes };
}

/** @throws DirectoryError refused on currentPassword, or when there is no second factor */
export async function removeSecondFactor(
  self: Self,
  input: z.input<typeof OwnPassword>,
  now = new Date(),
): Promise<SessionStart> {
  await proveWithSecondFactor(self, input, now);
  return changeOwn(self, { totpSecret: null }, audit(true, false), now);
}

/** New recovery codes in place of those that are left. @throws as removeSecondFactor */
export async function renewRecoveryCodes(
  self: Self,
  input: z.input<typeof OwnPassword>,
  now = new Date(),
): Promise<NewRecoveryCodes> {
  await proveWithSecondFactor(self, input, now);
  const recoveryCodes = newRecoveryCodes();
  const session = await changeOwn(
    self,
    { recoveryCodes: hashesOf(self.id, recoveryCodes) },
    { action: "administrator.recovery_codes", before: {}, after: { recoveryCodes: true } },
    now,
  );
  return { session, recoveryCodes };
}

async function proveWithSecondFactor(
  self: Self,
  input: z.input<typeof OwnPassword>,
  now: Date,
): Promise<void> {
  const { currentPassword } = checked(OwnPassword, input);
  if ((await provePassword(self, currentPassword, now)) === undefined) {
    throw refused("You have no second factor.");
  }
}

function secretOf(sealed: string, id: string): string {
  try {
    return unsealTotpSecret(sealed, id);
  } catch {
    throw invalidValue("sealed", "This set-up was not begun here, or by somebody else. Begin again.");
  }
}

function hashesOf(id: string, codes: readonly string[]): string[] {
  return codes.map((code) => hashRecoveryCode(id, code));
}

function audit(before: boolean, after: boolean) {
  return {
    action: "administrator.second_factor",
    before: { secondFactor: before },
    after: { secondFactor: after },
  } as const;
}
