import type { z } from "zod";
import { type Admin, requireRole } from "../../actor";
import { checked } from "../../input";
import { setColumn } from "./changes/store";
import { editAccount, recordUpdate } from "./edit-account";
import { AccountMove, AccountSwitch } from "./schema";

/** Enables or disables an account; a disabled one is still found and read. @throws DirectoryError not_found, conflict */
export async function setAccountEnabled(
  admin: Admin,
  id: string,
  input: z.input<typeof AccountSwitch>,
): Promise<{ version: number }> {
  requireRole(admin, "administrator");
  const { enabled, version } = checked(AccountSwitch, input);
  return editAccount(admin, id, version, async (held) => {
    const { tx, account } = held;
    if (!(await recordUpdate(held, "account.update", { ...account.values, enabled }))) {
      return { version: account.version };
    }
    await setColumn(tx, [id], { enabled });
    return { version: account.version + 1 };
  });
}

/** Moves an account to another organization. @throws DirectoryError not_found, conflict */
export async function moveAccount(
  admin: Admin,
  id: string,
  input: z.input<typeof AccountMove>,
): Promise<{ version: number }> {
  requireRole(admin, "administrator");
  const { organizationId, version } = checked(AccountMove, input);
  return editAccount(admin, id, version, async (held) => {
    const { tx, account } = held;
    if (!(await recordUpdate(held, "account.update", { ...account.values, organizationId }))) {
      return { version: account.version };
    }
    await setColumn(tx, [id], { organizationId });
    return { version: account.version + 1 };
  });
}
