import { z } from "zod";
import { type Admin, requireRole } from "../actor";
import { seenTag } from "../applications/seen";
import { change } from "../change/store";
import { checked, nameSchema } from "../input";
import { changedSince } from "../logs/audit/changed-since/store";
import { lockInstance, writeName } from "./store";

/** `seen`: the tag of the name that the edit started from. */
export const InstanceRename = z.strictObject({
  name: nameSchema("The name", 64),
  seen: z.string().optional(),
});

/** The root organization keeps its own name. @throws DirectoryError conflict when it was renamed since */
export async function renameInstance(admin: Admin, input: z.input<typeof InstanceRename>): Promise<void> {
  requireRole(admin, "administrator");
  const { name, seen } = checked(InstanceRename, input);
  const id = admin.instanceId;
  await change(admin, async (tx) => {
    const { name: before } = await lockInstance(tx);
    if (seen !== undefined && seen !== seenTag(before))
      throw await changedSince(tx, `instance "${before}"`, id);
    if (before === name) return;
    await writeName(tx, name);
    await tx.audit("instance.update", { type: "instance", id, name }, { name: before }, { name });
  });
}
