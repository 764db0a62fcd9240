import { z } from "zod";
import { type Admin, requireRole } from "../../actor";
import { DirectoryError, notFound } from "../../error";
import { checked, listLimit } from "../../input";
import type { AccountView } from "./account-view";
import { type AccountKey, findAccountView, findAccountViews } from "./store";

export const AccountQuery = z.strictObject({
  organizationId: z.string().optional(),
  limit: listLimit,
  offset: z.int().min(0, { error: "The offset must be at least 0." }).default(0),
});

/** @throws DirectoryError not_found */
export async function getAccountView(admin: Admin, key: AccountKey): Promise<AccountView> {
  requireRole(admin, "auditor");
  const account = await findAccountView(admin.instanceId, key);
  if (account) return account;
  if ("id" in key) throw notFound("account", key.id);
  throw new DirectoryError(
    "not_found",
    `No account with the username ${JSON.stringify(key.username)} is known here.`,
    "username",
  );
}

/** Oldest first, a page at a time, with the number of all. */
export async function listAccountViews(
  admin: Admin,
  query: z.input<typeof AccountQuery> = {},
): Promise<{ accounts: AccountView[]; total: number }> {
  requireRole(admin, "auditor");
  const { organizationId, limit, offset } = checked(AccountQuery, query);
  return findAccountViews(admin.instanceId, { organizationId, limit, offset });
}
