import { z } from "zod";
import { foldCase } from "@/lib/scim/compare";
import { type Admin, requireRole } from "../actor";
import { change } from "../change/store";
import { checked, nameSchema } from "../input";
import { applicationNamed } from "./create-application";
import { checkSeen } from "./seen";
import { lockApplication, updateApplication } from "./store";

/** `seen`: the name that the edit started from. */
export const ApplicationRename = z.strictObject({
  name: nameSchema("The name", 64),
  seen: z.string().optional(),
});

/** @throws DirectoryError not_found, duplicate on the name, or conflict when it was changed since */
export async function renameApplication(
  admin: Admin,
  id: string,
  input: z.input<typeof ApplicationRename>,
): Promise<void> {
  requireRole(admin, "administrator");
  const { name, seen } = checked(ApplicationRename, input);
  await change(
    admin,
    async (tx) => {
      const before = await lockApplication(tx, id);
      await checkSeen(tx, before, before.name, seen);
      await updateApplication(tx, id, { name, nameKey: foldCase(name) });
      const target = { type: "application", id, name } as const;
      await tx.audit("application.update", target, { name: before.name }, { name });
    },
    { taken: () => applicationNamed(name) },
  );
}

/** Every SCIM call of a disabled application is refused (403 application_disabled). */
export async function enableApplication(admin: Admin, id: string): Promise<void> {
  await switchApplication(admin, id, true);
}

export async function disableApplication(admin: Admin, id: string): Promise<void> {
  await switchApplication(admin, id, false);
}

async function switchApplication(admin: Admin, id: string, enabled: boolean): Promise<void> {
  requireRole(admin, "administrator");
  await change(admin, async (tx) => {
    const before = await lockApplication(tx, id);
    if (before.enabled === enabled) return;
    await updateApplication(tx, id, { enabled });
    const target = { type: "application", id, name: before.name } as const;
    const action = enabled ? "application.enable" : "application.disable";
    await tx.audit(action, target, { enabled: before.enabled }, { enabled });
  });
}
