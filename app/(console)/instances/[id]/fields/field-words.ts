import type { FieldType } from "@/lib/directory/extended-fields/extended-field";

export const FIELD_TYPE_NAMES: Record<FieldType, string> = {
  text: "Text",
  number: "Number",
  boolean: "Yes or no",
  datetime: "Date and time",
  choice: "Single choice",
  multichoice: "Multiple choice",
};

export function hasOptions(type: FieldType): boolean {
  return type === "choice" || type === "multichoice";
}
