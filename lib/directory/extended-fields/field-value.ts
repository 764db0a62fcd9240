import { createHash } from "node:crypto";
import { foldCase } from "@/lib/scim/compare";
import { parseInstant } from "@/lib/scim/date-time";
import { invalidValue } from "../error";
import type { ExtendedField, FieldValue } from "./extended-field";

/** Keeps a value within one database page. */
const MAXIMUM_TEXT = 4096;

/**
 * A value that fits the field's type; of a choice only an enabled option.
 *
 * @param label how the writer calls the field, e.g. `NAMESPACE:key` in SCIM
 * @throws DirectoryError invalid_value on the label
 */
export function checkedFieldValue(field: ExtendedField, value: unknown, label: string): FieldValue {
  switch (field.type) {
    case "text":
      return checkedFieldText(value, label);
    case "number":
      if (typeof value === "number" && Number.isFinite(value)) return value;
      throw invalidValue(label, `${label} must be a number.`);
    case "boolean":
      if (typeof value === "boolean") return value;
      throw invalidValue(label, `${label} must be true or false.`);
    case "datetime":
      if (typeof value === "string" && parseInstant(value) !== undefined) return value;
      throw invalidValue(label, `${label} must be a date and time such as 2026-01-31T09:30:00Z.`);
    case "choice":
      return checkedOption(field, value, label);
    case "multichoice":
      if (!Array.isArray(value)) throw invalidValue(label, `${label} must be a list of its options.`);
      return [...new Set(value.map((option) => checkedOption(field, option, label)))];
  }
}

/** The text by which values are compared, and ordered, in the database; null where JSON compares as well. */
export function fieldValueKey(field: ExtendedField, value: FieldValue): string | null {
  if (field.encrypted || typeof value !== "string") return null;
  switch (field.type) {
    case "text":
      return foldCase(value);
    case "datetime":
      return new Date(parseInstant(value) ?? Number.NaN).toISOString();
    default:
      return value;
  }
}

/** Of bounded length, so that an index holds it; null unless the field is unique. */
export function fieldUniqueKey(field: ExtendedField, value: FieldValue): string | null {
  if (!field.unique) return null;
  const text = fieldValueKey(field, value) ?? JSON.stringify(value);
  return createHash("sha256").update(text).digest("base64url");
}

function checkedFieldText(value: unknown, label: string): string {
  if (typeof value !== "string") throw invalidValue(label, `${label} must be a text.`);
  if (value.length <= MAXIMUM_TEXT) return value;
  throw invalidValue(label, `${label} may have at most ${MAXIMUM_TEXT} characters; it has ${value.length}.`);
}

function checkedOption(field: ExtendedField, value: unknown, label: string): string {
  const option = field.options.find((candidate) => candidate.value === value);
  if (option && !option.disabled) return option.value;
  const offered = field.options
    .filter((candidate) => !candidate.disabled)
    .map((candidate) => candidate.value);
  const why = option ? "is disabled" : "is not an option";
  // An error is logged, and an encrypted value is not.
  const shown = field.encrypted ? "the value" : JSON.stringify(value);
  throw invalidValue(label, `${label}: ${shown} ${why}. Options: ${offered.join(", ")}.`);
}
