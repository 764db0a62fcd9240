import type { z } from "zod";
import { type Admin, requireRole } from "../../actor";
import { notFound } from "../../error";
import { checked } from "../../input";
import type { CappedTotal, KeysetPage } from "../../keyset";
import type { GroupRow, GroupView, MemberRow } from "./group-view";
import { findMemberRows } from "./list/members/store";
import { findGroupRows, findGroupView, groupExists } from "./list/store";
import { GroupListQuery, MemberListQuery } from "./query";

export interface CountedPage<T> extends KeysetPage<T> {
  readonly total: CappedTotal;
}

/** One page of the groups. @throws DirectoryError invalid_value on the cursor */
export async function listGroups(
  admin: Admin,
  query: z.input<typeof GroupListQuery> = {},
): Promise<CountedPage<GroupRow>> {
  requireRole(admin, "auditor");
  return findGroupRows(admin.instanceId, checked(GroupListQuery, query));
}

/** @throws DirectoryError not_found */
export async function getGroupView(admin: Admin, id: string): Promise<GroupView> {
  requireRole(admin, "auditor");
  const group = await findGroupView(admin.instanceId, id);
  if (!group) throw notFound("group", id);
  return group;
}

/** One page of the members, by username. @throws DirectoryError not_found; invalid_value on the cursor */
export async function listMembers(
  admin: Admin,
  groupId: string,
  query: z.input<typeof MemberListQuery> = {},
): Promise<CountedPage<MemberRow>> {
  requireRole(admin, "auditor");
  const filter = checked(MemberListQuery, query);
  if (!(await groupExists(admin.instanceId, groupId))) throw notFound("group", groupId);
  return findMemberRows(admin.instanceId, groupId, filter);
}
