import { invalidValue } from "../error";
import type { ExtendedField, FieldValue } from "./extended-field";
import { checkedFieldValue } from "./field-value";

/** Between the options of a multiple choice, in a text. */
const OPTION_SEPARATOR = "|";

/**
 * The value that a text of a form or a CSV cell stands for: a number, true or false, options
 * separated by `|`.
 *
 * @param label how the writer calls the field
 * @throws DirectoryError invalid_value on the label
 */
export function fieldValueOfText(field: ExtendedField, text: string, label: string): FieldValue {
  return checkedFieldValue(field, typed(field, text), label);
}

/** The text that `fieldValueOfText` reads back. */
export function textOfFieldValue(value: FieldValue): string {
  return typeof value === "object" ? value.join(OPTION_SEPARATOR) : String(value);
}

/**
 * A value from a form, as text or typed already.
 *
 * @throws DirectoryError invalid_value on `extended.KEY`
 */
export function fieldValueOfInput(field: ExtendedField, input: FieldValue): FieldValue {
  const label = `extended.${field.key}`;
  try {
    return typeof input === "string"
      ? fieldValueOfText(field, input, field.name)
      : checkedFieldValue(field, input, field.name);
  } catch (error) {
    throw error instanceof Error ? invalidValue(label, error.message) : error;
  }
}

function typed(field: ExtendedField, text: string): unknown {
  switch (field.type) {
    case "number":
      return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text.trim()) ? Number(text) : text;
    case "boolean":
      return { true: true, false: false }[text.trim().toLowerCase()] ?? text;
    case "multichoice":
      return text
        .split(OPTION_SEPARATOR)
        .map((option) => option.trim())
        .filter((option) => option !== "");
    case "text":
    case "datetime":
    case "choice":
      return text;
  }
}
