import type { Caller } from "../callers/caller";
import { notFound } from "../error";
import { type Listing, listingSql, type Page, pageOf } from "../listing";
import type { Account } from "./account";
import { accountColumns } from "./columns";
import { countAccounts, findAccount, findAccounts } from "./store";
import { userType } from "./user-type";

/** @throws DirectoryError not_found, when unknown and when out of scope alike */
export async function getAccount(caller: Caller, id: string): Promise<Account> {
  const account = await findAccount(caller, id);
  if (!account) throw notFound("User", id);
  return account;
}

/**
 * The accounts of the caller's scope that meet a filter, one page of them.
 *
 * @param base the SCIM Base URL
 * @param withGroups whether each account carries its groups
 * @throws ScimError 400 invalidFilter, 403 sensitive
 */
export async function listAccounts(
  caller: Caller,
  listing: Listing,
  base: string,
  withGroups: boolean,
): Promise<Page<Account>> {
  const { condition, order, values, conditionValues } = listingSql(
    listing,
    userType(caller),
    (parameters) => accountColumns(caller, base, parameters),
    "a",
    2,
  );
  const page = { condition, order, values, limit: listing.count, offset: listing.startIndex - 1, withGroups };
  return pageOf(
    listing,
    () => findAccounts(caller, page),
    () => countAccounts(caller, condition, conditionValues),
  );
}
