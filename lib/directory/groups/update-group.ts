import { badRequest } from "@/lib/scim/error";
import type { Caller } from "../callers/caller";
import { notFound } from "../error";
import { groupAudit } from "./audit";
import { ADDED, deleteGroup, type GroupWrite, REMOVED, updateGroup } from "./changes/store";
import { membersNotInScope } from "./membership";
import { findGroup } from "./store";

/**
 * Changes a group of the caller's scope: all of it or nothing.
 *
 * @throws DirectoryError not_found, duplicate, invalid_value (a member out of scope);
 *   ScimError 400 noTarget
 */
export async function updateGroupInScope(
  caller: Caller,
  id: string,
  change: Pick<GroupWrite, "displayName" | "externalId" | "members">,
): Promise<void> {
  const group = await findGroup(caller, id, false);
  if (!group) throw notFound("Group", id);
  const { displayName = group.displayName, externalId = group.externalId ?? null } = change;
  const before = { displayName: group.displayName, externalId: group.externalId ?? null };
  const after = { displayName, externalId, membersAdded: ADDED, membersRemoved: REMOVED };
  const audit = groupAudit(caller, "group.update", group, { before, after }, new Date());
  const written = await updateGroup(caller, { id, ...change, audit });
  if (!written) throw notFound("Group", id);
  if (written.missing.length > 0) throw membersNotInScope(written.missing);
  if (written.unmatched.length === 0) return;
  const names = written.unmatched.map((value) => JSON.stringify(value)).join(", ");
  throw badRequest("noTarget", `members: no member of this group has the value ${names}.`);
}

/** @throws DirectoryError not_found */
export async function removeGroup(caller: Caller, id: string): Promise<void> {
  const group = await findGroup(caller, id, false);
  if (!group) throw notFound("Group", id);
  const before = { displayName: group.displayName, externalId: group.externalId ?? null };
  const audit = groupAudit(caller, "group.delete", group, { before, after: null }, new Date());
  if (!(await deleteGroup(caller, id, audit))) throw notFound("Group", id);
}
