"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { changeAccounts } from "@/lib/directory/accounts/admin/change-accounts";
import { createAccount } from "@/lib/directory/accounts/admin/create-account";
import { deleteAccount } from "@/lib/directory/accounts/admin/delete-account";
import { resetPassword } from "@/lib/directory/accounts/admin/reset-password";
import {
  AccountDeletion,
  AccountMove,
  AccountSelection,
  AccountSwitch,
  AccountUpdate,
  NewAccount,
  PasswordReset,
} from "@/lib/directory/accounts/admin/schema";
import { moveAccount, setAccountEnabled } from "@/lib/directory/accounts/admin/switch-account";
import { updateAccount } from "@/lib/directory/accounts/admin/update-account";
import { adminAction } from "@/lib/http/admin-action";

const accountId = z.string();

export const createAccountAction = adminAction(NewAccount, createAccount);

export const updateAccountAction = adminAction(
  AccountUpdate.extend({ accountId }),
  async (admin, { accountId: id, ...input }) => updateAccount(admin, id, input),
);

export const switchAccountAction = adminAction(
  AccountSwitch.extend({ accountId }),
  async (admin, { accountId: id, ...input }) => {
    await setAccountEnabled(admin, id, input);
    refresh();
  },
);

export const moveAccountAction = adminAction(
  AccountMove.extend({ accountId }),
  async (admin, { accountId: id, ...input }) => {
    await moveAccount(admin, id, input);
    refresh();
  },
);

/** The page of the account goes to the list by itself, so that nothing is read anew here. */
export const deleteAccountAction = adminAction(
  AccountDeletion.extend({ accountId }),
  async (admin, { accountId: id, ...input }) => deleteAccount(admin, id, input),
);

export const resetPasswordAction = adminAction(
  PasswordReset.extend({ accountId }),
  async (admin, { accountId: id, ...input }) => {
    await resetPassword(admin, id, input);
    refresh();
  },
);

export const changeAccountsAction = adminAction(AccountSelection, async (admin, input) => {
  const changed = await changeAccounts(admin, input);
  refresh();
  return changed;
});
