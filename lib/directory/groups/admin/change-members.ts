import type { z } from "zod";
import { type Admin, requireRole } from "../../actor";
import type { Change } from "../../change/store";
import { DirectoryError } from "../../error";
import { checked } from "../../input";
import { deleteMembers, type HeldGroup, holdAccounts, insertMembers, touchGroup } from "./changes/store";
import { editGroup } from "./edit-group";
import { MemberSelection } from "./schema";

/**
 * Adds accounts to a group; who is a member already stays one.
 *
 * @returns how many are new
 * @throws DirectoryError not_found when the group or one of the accounts does not exist (any more)
 */
export async function addMembers(
  admin: Admin,
  groupId: string,
  input: z.input<typeof MemberSelection>,
): Promise<{ changed: number }> {
  requireRole(admin, "administrator");
  const ids = [...new Set(checked(MemberSelection, input).accountIds)];
  return editGroup(admin, groupId, undefined, async (tx, group) => {
    const gone = ids.length - (await holdAccounts(tx, ids)).length;
    if (gone > 0) throw someGone(gone, ids.length);
    const added = await insertMembers(tx, groupId, ids);
    await record(tx, group, { membersAdded: added, membersRemoved: [] });
    return { changed: added.length };
  });
}

/** Removes accounts from a group; who is no member is left alone. @throws DirectoryError not_found on the group */
export async function removeMembers(
  admin: Admin,
  groupId: string,
  input: z.input<typeof MemberSelection>,
): Promise<{ changed: number }> {
  requireRole(admin, "administrator");
  const ids = [...new Set(checked(MemberSelection, input).accountIds)];
  return editGroup(admin, groupId, undefined, async (tx, group) => {
    const removed = await deleteMembers(tx, groupId, ids);
    await record(tx, group, { membersAdded: [], membersRemoved: removed });
    return { changed: removed.length };
  });
}

interface Membership {
  readonly membersAdded: readonly string[];
  readonly membersRemoved: readonly string[];
}

async function record(tx: Change, { id, displayName }: HeldGroup, membership: Membership): Promise<void> {
  if (membership.membersAdded.length + membership.membersRemoved.length === 0) return;
  await touchGroup(tx, id);
  await tx.audit("group.update", { type: "group", id, name: displayName }, {}, { ...membership });
}

function someGone(gone: number, all: number): DirectoryError {
  return new DirectoryError(
    "not_found",
    `${gone} of the ${all} accounts you selected ${gone === 1 ? "does" : "do"} not exist any more. Nobody was added. Select again.`,
    "accountIds",
  );
}
