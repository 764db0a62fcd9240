import type { z } from "zod";
import { type Admin, requireRole } from "../../actor";
import { change } from "../../change/store";
import { newId } from "../../id";
import { checked } from "../../input";
import { deleteGroup as deleteRow, insertGroup, renameGroup as renameRow } from "./changes/store";
import { editGroup, GROUP_REFUSALS } from "./edit-group";
import { GroupDeletion, GroupUpdate, NewGroup } from "./schema";

/** A new group without members. @throws DirectoryError invalid_value, duplicate on displayName */
export async function createGroup(admin: Admin, input: z.input<typeof NewGroup>): Promise<{ id: string }> {
  requireRole(admin, "administrator");
  const { displayName } = checked(NewGroup, input);
  const id = newId("group");
  await change(
    admin,
    async (tx) => {
      await insertGroup(tx, id, displayName);
      await tx.audit("group.create", { type: "group", id, name: displayName }, null, { displayName });
    },
    GROUP_REFUSALS,
  );
  return { id };
}

/** @throws DirectoryError not_found, conflict, invalid_value, duplicate on displayName */
export async function renameGroup(
  admin: Admin,
  id: string,
  input: z.input<typeof GroupUpdate>,
): Promise<{ version: number }> {
  requireRole(admin, "administrator");
  const { displayName, version } = checked(GroupUpdate, input);
  return editGroup(admin, id, version, async (tx, group) => {
    if (group.displayName === displayName) return { version: group.version };
    await renameRow(tx, id, displayName);
    const target = { type: "group", id, name: displayName } as const;
    await tx.audit("group.update", target, { displayName: group.displayName }, { displayName });
    return { version: group.version + 1 };
  });
}

/** Deletes a group; its accounts stay. @throws DirectoryError not_found, conflict */
export async function deleteGroup(
  admin: Admin,
  id: string,
  input: z.input<typeof GroupDeletion> = {},
): Promise<void> {
  requireRole(admin, "administrator");
  const { version } = checked(GroupDeletion, input);
  await editGroup(admin, id, version, async (tx, { displayName }) => {
    await deleteRow(tx, id);
    await tx.audit("group.delete", { type: "group", id, name: displayName }, { displayName }, null);
  });
}
