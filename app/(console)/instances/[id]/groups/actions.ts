"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { listAccounts } from "@/lib/directory/accounts/admin/list/list-accounts";
import { createGroup, deleteGroup, renameGroup } from "@/lib/directory/groups/admin/change-group";
import { addMembers, removeMembers } from "@/lib/directory/groups/admin/change-members";
import { GroupDeletion, GroupUpdate, MemberSelection, NewGroup } from "@/lib/directory/groups/admin/schema";
import { adminAction } from "@/lib/http/admin-action";

const groupId = z.string();

export const createGroupAction = adminAction(NewGroup, createGroup);

export const renameGroupAction = adminAction(
  GroupUpdate.extend({ groupId }),
  async (admin, { groupId: id, ...input }) => {
    await renameGroup(admin, id, input);
    refresh();
  },
);

/** Who asked leaves the page of the group, or reads the list anew: the page itself is gone. */
export const deleteGroupAction = adminAction(
  GroupDeletion.extend({ groupId }),
  async (admin, { groupId: id, ...input }) => deleteGroup(admin, id, input),
);

export const addMembersAction = adminAction(
  MemberSelection.extend({ groupId }),
  async (admin, { groupId: id, ...input }) => {
    const added = await addMembers(admin, id, input);
    refresh();
    return added;
  },
);

export const removeMembersAction = adminAction(
  MemberSelection.extend({ groupId }),
  async (admin, { groupId: id, ...input }) => {
    const removed = await removeMembers(admin, id, input);
    refresh();
    return removed;
  },
);

const MOST_FOUND = 20;

/** Accounts to choose from, by the beginning of their username, name or email. */
export const findAccountsAction = adminAction(
  z.strictObject({ text: z.string().max(256) }),
  async (admin, { text }) => {
    const { rows } = await listAccounts(admin, { search: text || undefined, limit: MOST_FOUND });
    return rows.map(({ id, username, displayName, email }) => ({ id, username, note: displayName ?? email }));
  },
);
