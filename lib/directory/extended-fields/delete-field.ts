import { type Admin, requireRole } from "../actor";
import { change } from "../change/store";
import { notFound, refused } from "../error";
import { countValues, deleteFieldRow, lockField } from "./store";

/**
 * Deletes a field with its values. One that holds values asks for its key.
 *
 * @param typedKey the field's key, typed by whoever deletes it
 * @throws DirectoryError not_found; refused saying how many accounts hold a value
 */
export async function deleteField(admin: Admin, id: string, typedKey?: string): Promise<void> {
  requireRole(admin, "administrator");
  await change(admin, async (tx) => {
    const field = await lockField(tx, id);
    if (!field) throw notFound("extended field", id);
    const values = await countValues(tx, id);
    if (values > 0 && typedKey !== field.key) {
      throw refused(
        `The field "${field.name}" holds a value in ${values} account${values === 1 ? "" : "s"}. To delete it with its values, type its key: ${field.key}`,
        "key",
      );
    }
    await deleteFieldRow(tx, id);
    await tx.audit("field.delete", { type: "field", id, name: field.name }, { ...field, values }, null);
  });
}
