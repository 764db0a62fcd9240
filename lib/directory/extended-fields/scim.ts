import type { Attribute, AttributeType } from "@/lib/scim/schema/attribute";
import type { ExtendedField, FieldType } from "./extended-field";

const TYPES: Record<FieldType, AttributeType> = {
  text: "string",
  number: "decimal",
  boolean: "boolean",
  datetime: "dateTime",
  choice: "string",
  multichoice: "string",
};

/** A sync target field as the attribute `NAMESPACE:key` (product.md, "Sync target fields"). */
export function fieldAttribute(field: ExtendedField): Attribute {
  const attribute: Attribute = {
    name: field.key,
    type: TYPES[field.type],
    multiValued: field.type === "multichoice",
    description: field.description === "" ? field.name : field.description,
    required: field.required && field.defaultValue === undefined,
    caseExact: field.type === "choice" || field.type === "multichoice",
    mutability: "readWrite",
    returned: "default",
    uniqueness: field.unique ? "server" : "none",
  };
  if (field.type !== "choice" && field.type !== "multichoice") return attribute;
  const writable = field.options.filter((option) => !option.disabled);
  return { ...attribute, canonicalValues: writable.map((option) => option.value) };
}
