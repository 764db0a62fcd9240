import type { z } from "zod";
import { type Admin, requireRole } from "../../../actor";
import { notFound } from "../../../error";
import { checked } from "../../../input";
import type { CappedTotal, KeysetPage } from "../../../keyset";
import type { AccountRow } from "../account-view";
import { AccountListQuery } from "./query";
import { countAccountRows, findAccountRows, findPlace } from "./store";

export interface AccountPage extends KeysetPage<AccountRow> {
  readonly total: CappedTotal;
}

/**
 * One page of the accounts that meet the filter.
 *
 * @throws DirectoryError not_found on the organization; invalid_value on the cursor
 */
export async function listAccounts(
  admin: Admin,
  query: z.input<typeof AccountListQuery> = {},
): Promise<AccountPage> {
  requireRole(admin, "auditor");
  const { cursor, limit, ...filter } = checked(AccountListQuery, query);
  const place = await findPlace(admin.instanceId, filter);
  if (place === undefined) throw notFound("organization", filter.organizationId ?? "");
  const page = await findAccountRows(admin.instanceId, filter, place, { cursor, limit });
  return { ...page, total: await countAccountRows(admin.instanceId, filter, place) };
}
