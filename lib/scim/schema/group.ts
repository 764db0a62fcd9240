import { GROUP_SCHEMA } from "../urn";
import type { Schema } from "./attribute";
import { define } from "./define";

const IMMUTABLE = { mutability: "immutable" } as const;

/**
 * The standard Group schema (RFC 7643 §4.2), narrowed to product.md, "Groups": the name is
 * required and unique, and members are accounts only. The common attributes are not part of it.
 */
export const GROUP: Schema = {
  id: GROUP_SCHEMA,
  name: "Group",
  description: "A named set of user accounts",
  attributes: [
    define("displayName", "string", "The name of the group; unique whatever the case.", {
      required: true,
      uniqueness: "server",
    }),
    define("members", "complex", "The accounts that belong to the group.", {
      multiValued: true,
      subAttributes: [
        // Ids are caseExact (RFC 7643 §3.1), and so is what refers to one.
        define("value", "string", "The id of the member's account.", {
          ...IMMUTABLE,
          required: true,
          caseExact: true,
        }),
        define("$ref", "reference", "The URL of the member's account.", {
          ...IMMUTABLE,
          caseExact: true,
          referenceTypes: ["User"],
        }),
        define("type", "string", "What the member is: always a User.", {
          ...IMMUTABLE,
          canonicalValues: ["User"],
        }),
        define("display", "string", "The display name of the member.", { mutability: "readOnly" }),
      ],
    }),
  ],
};
