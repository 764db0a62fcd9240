import { type Admin, requireRole } from "../actor";
import { change } from "../change/store";
import { administratorNamed, keepAnOwner } from "./owners";
import { deleteRole, lockAdministrators } from "./store";

/**
 * Takes the role in this instance away, at once. Roles in other instances stay, and so does
 * the sign-in.
 *
 * @throws DirectoryError not_found; refused for the last owner
 */
export async function removeAdministrator(admin: Admin, administratorId: string): Promise<void> {
  requireRole(admin, "owner");
  await change(admin, async (tx) => {
    const administrators = await lockAdministrators(tx);
    const { email, role } = administratorNamed(administrators, administratorId);
    keepAnOwner(administrators, administratorId);
    await deleteRole(tx, administratorId);
    const target = { type: "administrator", id: administratorId, name: email } as const;
    await tx.audit("administrator.remove", target, { role }, null);
  });
}
