import type { Admin } from "../../actor";
import { type Change, change, type Refusals } from "../../change/store";
import { duplicate, notFound } from "../../error";
import { changedSince } from "../../logs/audit/changed-since/store";
import { type HeldGroup, lockGroup } from "./changes/store";

/**
 * A change of one group.
 *
 * @param version the one that the administrator saw, if the change depends on it
 * @throws DirectoryError not_found; conflict naming what changed since that version
 */
export async function editGroup<T>(
  admin: Admin,
  id: string,
  version: number | undefined,
  work: (tx: Change, group: HeldGroup) => Promise<T>,
): Promise<T> {
  return change(
    admin,
    async (tx) => {
      const group = await lockGroup(tx, id);
      if (!group) throw notFound("group", id);
      if (version !== undefined && version !== group.version) {
        const what = `group ${JSON.stringify(group.displayName)}`;
        throw await changedSince(tx, what, id, group.version - version);
      }
      return work(tx, group);
    },
    GROUP_REFUSALS,
  );
}

/** What the keys of the groups table mean to an administrator. */
export const GROUP_REFUSALS: Refusals = {
  taken: () => duplicate("displayName", "A group with this name exists already. Choose another name."),
};
