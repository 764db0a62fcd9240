import type { z } from "zod";
import { type Admin, requireRole } from "../../actor";
import { notFound } from "../../error";
import { checked } from "../../input";
import { hashPassword } from "../password-hash";
import { checkPassword } from "../password-policy";
import { setColumn } from "./changes/store";
import { editAccount } from "./edit-account";
import { readPasswordPolicy } from "./new-account/store";
import { getAccountView } from "./read-accounts";
import { PasswordReset } from "./schema";

/**
 * Gives an account a new password.
 *
 * @throws DirectoryError not_found; invalid_value listing each rule of the policy that it fails
 */
export async function resetPassword(
  admin: Admin,
  id: string,
  input: z.input<typeof PasswordReset>,
): Promise<void> {
  requireRole(admin, "administrator");
  const { password } = checked(PasswordReset, input);
  const { username, displayName, email, phoneNumber } = await getAccountView(admin, { id });
  const policy = await readPasswordPolicy(admin.instanceId);
  if (policy === undefined) throw notFound("instance", admin.instanceId);
  checkPassword(password, policy, { username, displayName, email, phoneNumber });
  const passwordHash = await hashPassword(password);
  await editAccount(admin, id, undefined, async ({ tx, account }) => {
    await setColumn(tx, [id], { passwordHash });
    const target = { type: "account", id, name: account.values.username } as const;
    await tx.audit("account.update", target, {}, { password: true });
  });
}
