import { groupType } from "@/lib/scim/schema/registry";
import type { Caller } from "../callers/caller";
import { notFound } from "../error";
import { type Listing, listingSql, type Page, pageOf } from "../listing";
import { groupColumns } from "./columns";
import type { Group } from "./group";
import { countGroups, findGroup, findGroups } from "./store";

/** @throws DirectoryError not_found, when unknown and when out of scope alike */
export async function getGroup(caller: Caller, id: string, withMembers: boolean): Promise<Group> {
  const group = await findGroup(caller, id, withMembers);
  if (!group) throw notFound("Group", id);
  return group;
}

/**
 * The groups of the caller's scope that meet a filter, one page of them.
 *
 * @param base the SCIM Base URL
 * @throws ScimError 400 invalidFilter
 */
export async function listGroups(
  caller: Caller,
  listing: Listing,
  base: string,
  withMembers: boolean,
): Promise<Page<Group>> {
  const { condition, order, values, conditionValues } = listingSql(
    listing,
    groupType(),
    (parameters) => groupColumns(base, parameters),
    "g",
    2,
  );
  const page = {
    condition,
    order,
    values,
    limit: listing.count,
    offset: listing.startIndex - 1,
    withMembers,
  };
  return pageOf(
    listing,
    () => findGroups(caller, page),
    () => countGroups(caller, condition, conditionValues),
  );
}
