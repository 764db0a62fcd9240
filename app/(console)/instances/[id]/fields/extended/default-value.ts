import type { FieldType } from "@/lib/directory/extended-fields/extended-field";

/**
 * The default that a text of the form stands for; undefined without one. What is no number, or neither true
 * nor false, stays a text: the use case refuses it and says why.
 */
export function defaultOf(type: FieldType, text: string): string | number | boolean | string[] | undefined {
  const trimmed = text.trim();
  if (trimmed === "") return undefined;
  switch (type) {
    case "number":
      return Number.isNaN(Number(trimmed)) ? text : Number(trimmed);
    case "boolean":
      return { true: true, false: false }[trimmed] ?? text;
    case "multichoice":
      return trimmed.split("|").map((option) => option.trim());
    default:
      return text;
  }
}
