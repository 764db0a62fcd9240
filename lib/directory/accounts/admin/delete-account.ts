import type { z } from "zod";
import { type Admin, requireRole } from "../../actor";
import { checked } from "../../input";
import { shownAccount } from "../audit";
import { deleteAccountRows, touchGroupsOf } from "./changes/store";
import { editAccount } from "./edit-account";
import { AccountDeletion } from "./schema";

/** Deletes an account; its groups are counted as changed. @throws DirectoryError not_found, conflict */
export async function deleteAccount(
  admin: Admin,
  id: string,
  input: z.input<typeof AccountDeletion> = {},
): Promise<void> {
  requireRole(admin, "administrator");
  const { version } = checked(AccountDeletion, input);
  await editAccount(
    admin,
    id,
    version,
    async ({ tx, account, fields }) => {
      await deleteAccountRows(tx, [id]);
      const target = { type: "account", id, name: account.values.username } as const;
      const before = shownAccount({ syncFields: fields }, account.values, false);
      await tx.audit("account.delete", target, before, null);
    },
    (tx) => touchGroupsOf(tx, [id]),
  );
}
