import { invalidValue } from "../../error";
import type { ExtendedField, FieldValue } from "../../extended-fields/extended-field";
import { fieldValueOfInput } from "../../extended-fields/field-text";
import type { ExtendedInput } from "./schema";

/**
 * The extended values of an account after an administrator's input, by the id of the field.
 *
 * @param fields all of the instance
 * @param current what the account holds
 * @throws DirectoryError invalid_value on `extended.KEY`
 */
export function extendedAfter(
  fields: readonly ExtendedField[],
  current: ReadonlyMap<string, FieldValue>,
  input: ExtendedInput,
): ReadonlyMap<string, FieldValue> {
  const values = new Map(current);
  for (const [key, value] of Object.entries(input)) {
    const field = fields.find((candidate) => candidate.key === key);
    if (!field)
      throw invalidValue(
        `extended.${key}`,
        `No extended field with the key ${JSON.stringify(key)} is known here.`,
      );
    if (value === null || value === "") {
      if (field.required) throw missing(field);
      values.delete(field.id);
      continue;
    }
    values.set(field.id, fieldValueOfInput(field, value));
  }
  return values;
}

/** What a new account holds: the input, defaults where it says nothing. */
export function extendedOfNew(
  fields: readonly ExtendedField[],
  input: ExtendedInput,
): ReadonlyMap<string, FieldValue> {
  const defaults = new Map<string, FieldValue>();
  for (const { id, defaultValue } of fields) if (defaultValue !== undefined) defaults.set(id, defaultValue);
  const values = extendedAfter(fields, defaults, input);
  const lacking = fields.find((field) => field.required && !values.has(field.id));
  if (lacking) throw missing(lacking);
  return values;
}

function missing(field: ExtendedField) {
  return invalidValue(`extended.${field.key}`, `${field.name} is required.`);
}
