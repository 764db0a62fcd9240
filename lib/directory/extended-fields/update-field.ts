import type { z } from "zod";
import { type Admin, requireRole } from "../actor";
import { seenTag } from "../applications/seen";
import { type Change, change } from "../change/store";
import { invalidValue, notFound, refused } from "../error";
import { checked } from "../input";
import { changedSince } from "../logs/audit/changed-since/store";
import { countOption, updateFieldRow } from "./changes/store";
import type { ExtendedField, FieldOption } from "./extended-field";
import { FieldUpdate } from "./field-update";
import { checkedFieldValue } from "./field-value";
import { lockField } from "./store";

/**
 * Changes what may change of a field.
 *
 * @returns the tag of the field after it
 * @throws DirectoryError not_found; conflict when others changed it since; invalid_value;
 * refused for removing an option that accounts hold
 */
export async function updateField(
  admin: Admin,
  id: string,
  input: z.input<typeof FieldUpdate>,
): Promise<{ seen: string }> {
  requireRole(admin, "administrator");
  const { seen, defaultValue, ...wanted } = checked(FieldUpdate, input);
  return change(admin, async (tx) => {
    const before = await lockField(tx, id);
    if (!before) throw notFound("extended field", id);
    if (seen !== fieldTag(before)) throw await changedSince(tx, `field ${JSON.stringify(before.name)}`, id);
    const kept = defaultValue === undefined ? before.defaultValue : (defaultValue ?? undefined);
    const draft: ExtendedField = {
      ...before,
      name: wanted.name ?? before.name,
      description: wanted.description ?? before.description,
      required: wanted.required ?? before.required,
      options: wanted.options === undefined ? before.options : checkedOptions(before, wanted.options),
      defaultValue: undefined,
    };
    await keepHeldOptions(tx, before, draft);
    const after = { ...draft, defaultValue: checkedDefault(draft, kept) };
    if (fieldTag(after) === seen) return { seen };
    await updateFieldRow(tx, after);
    const target = { type: "field", id, name: after.name } as const;
    await tx.audit("field.update", target, { ...before }, { ...after });
    return { seen: fieldTag(after) };
  });
}

/** Stands for a field as it is. */
export function fieldTag({ name, description, required, options, defaultValue }: ExtendedField): string {
  return seenTag({ name, description, required, options, defaultValue: defaultValue ?? null });
}

function checkedOptions({ type }: ExtendedField, options: readonly FieldOption[]): readonly FieldOption[] {
  const choice = type === "choice" || type === "multichoice";
  if (choice && options.length === 0) {
    throw invalidValue("options", `A field of type ${type} needs at least one option.`);
  }
  if (choice || options.length === 0) return options;
  throw invalidValue("options", `A field of type ${type} has no options; choice and multichoice have.`);
}

async function keepHeldOptions(tx: Change, before: ExtendedField, after: ExtendedField): Promise<void> {
  const kept = new Set(after.options.map(({ value }) => value));
  for (const { value } of before.options) {
    if (kept.has(value)) continue;
    const held = await countOption(tx, before.id, value);
    if (held === 0) continue;
    throw refused(
      `The option ${JSON.stringify(value)} is held by ${held} account${held === 1 ? "" : "s"}. Disable it instead: what is there stays, and nothing new gets it.`,
      "options",
    );
  }
}

function checkedDefault(
  field: ExtendedField,
  value: ExtendedField["defaultValue"],
): ExtendedField["defaultValue"] {
  if (value === undefined) return undefined;
  if (field.unique) {
    throw invalidValue("defaultValue", "A unique field cannot have a default: two accounts would hold it.");
  }
  return checkedFieldValue(field, value, "defaultValue");
}
