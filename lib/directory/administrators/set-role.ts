import { type Admin, type Role, requireRole } from "../actor";
import { change } from "../change/store";
import { checked } from "../input";
import type { Administrator } from "./administrator";
import { RoleName } from "./create-administrator";
import { administratorNamed, keepAnOwner } from "./owners";
import { findAdministrators, lockAdministrators, putRole } from "./store";

/** By email. */
export async function listAdministrators(admin: Admin): Promise<Administrator[]> {
  requireRole(admin, "auditor");
  return findAdministrators(admin.instanceId);
}

/**
 * Gives another role to an administrator of the instance.
 *
 * @throws DirectoryError not_found; refused when the instance would be without an owner
 */
export async function setRole(admin: Admin, administratorId: string, wanted: Role): Promise<void> {
  requireRole(admin, "owner");
  const role = checked(RoleName, wanted);
  await change(admin, async (tx) => {
    const administrators = await lockAdministrators(tx);
    const { email, role: before } = administratorNamed(administrators, administratorId);
    if (role !== "owner") keepAnOwner(administrators, administratorId);
    await putRole(tx, administratorId, role);
    const target = { type: "administrator", id: administratorId, name: email } as const;
    await tx.audit("administrator.role", target, { role: before }, { role });
  });
}
