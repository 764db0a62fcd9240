import { type Admin, requireRole } from "../actor";
import { change } from "../change/store";
import { refused } from "../error";
import { deleteApplicationRow, lockApplication } from "./store";

/**
 * Deletes the application with its tokens, scope and external ids. The accounts stay.
 *
 * @param typedName the application's name, typed by whoever deletes it
 * @throws DirectoryError not_found, or refused when another name was typed
 */
export async function deleteApplication(admin: Admin, id: string, typedName: string): Promise<void> {
  requireRole(admin, "administrator");
  await change(admin, async (tx) => {
    const { name, type, enabled } = await lockApplication(tx, id);
    if (typedName !== name) {
      throw refused(`To delete the application "${name}", type its name exactly.`, "name");
    }
    await deleteApplicationRow(tx, id);
    await tx.audit("application.delete", { type: "application", id, name }, { name, type, enabled }, null);
  });
}
