import { z } from "zod";
import { hashPassword } from "../../accounts/password-hash";
import { checkPassword } from "../../accounts/password-policy";
import { DirectoryError } from "../../error";
import { checked } from "../../input";
import type { Self, SessionStart } from "../session/session";
import { provePassword } from "./prove-password";
import { changeOwn } from "./store";

export const PasswordChange = z.strictObject({
  currentPassword: z.string().min(1, { error: "Enter your current password." }),
  newPassword: z.string().min(1, { error: "Enter a new password." }),
});

/**
 * Ends every session of the administrator.
 *
 * @returns what the session that goes on begins with
 * @throws DirectoryError refused on currentPassword; invalid_value on newPassword, with each rule that failed
 */
export async function changeOwnPassword(
  self: Self,
  input: z.input<typeof PasswordChange>,
  now = new Date(),
): Promise<SessionStart> {
  const { currentPassword, newPassword } = checked(PasswordChange, input);
  checkNewPassword(newPassword, self.email);
  await provePassword(self, currentPassword, now);
  const passwordHash = await hashPassword(newPassword);
  const audit = { action: "administrator.password", before: {}, after: { password: true } } as const;
  return changeOwn(self, { passwordHash }, audit, now);
}

function checkNewPassword(password: string, email: string): void {
  const owner = { username: email, displayName: undefined, phoneNumber: undefined, email };
  try {
    checkPassword(password, "recommended", owner);
  } catch (error) {
    if (!(error instanceof DirectoryError)) throw error;
    throw new DirectoryError(error.problem, error.message, "newPassword");
  }
}
