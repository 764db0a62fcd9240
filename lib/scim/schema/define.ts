import type { Attribute, AttributeType } from "./attribute";

type Characteristics = Partial<Omit<Attribute, "name" | "type" | "description">>;

/** An attribute with the default characteristics of RFC 7643 §2.2, but for those given. */
export function define(
  name: string,
  type: AttributeType,
  description: string,
  characteristics: Characteristics = {},
): Attribute {
  return {
    name,
    type,
    multiValued: false,
    description,
    required: false,
    caseExact: false,
    mutability: "readWrite",
    returned: "default",
    uniqueness: "none",
    ...characteristics,
  };
}
