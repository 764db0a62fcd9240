import { ENTERPRISE_USER_SCHEMA, USER_SCHEMA } from "../urn";
import type { Attribute, ResourceType, Schema } from "./attribute";
import { COMMON_ATTRIBUTES } from "./common";
import { define } from "./define";
import { FULL_ENTERPRISE_USER_SCHEMA } from "./enterprise-user";
import { GROUP } from "./group";
import { FULL_USER_SCHEMA, USER_GROUPS } from "./user";

/** The extended fields that an application synchronizes, as attributes under its namespace (a URN). */
export interface CustomExtension {
  readonly namespace: string;
  readonly fields: readonly Attribute[];
}

/** The one e-mail address or phone number of the Basic set, of type work (product.md, "What synchronizes"). */
function oneOfTypeWork(name: string, description: string, noun: string): Attribute {
  return define(name, "complex", description, {
    multiValued: true,
    subAttributes: [
      define("value", "string", `The ${noun} itself.`),
      define("type", "string", `What the ${noun} is used for: always work.`, { canonicalValues: ["work"] }),
      define("primary", "boolean", `Whether this ${noun} is the preferred one.`),
    ],
  });
}

const BASIC_NAMES: ReadonlySet<string> = new Set(["userName", "displayName", "active", "password"]);

const BASIC_USER_SCHEMA: Schema = {
  id: USER_SCHEMA,
  name: "User",
  description: "User account",
  attributes: [
    ...COMMON_ATTRIBUTES,
    ...FULL_USER_SCHEMA.attributes.filter((attribute) => BASIC_NAMES.has(attribute.name)),
    oneOfTypeWork("emails", "The e-mail address of the user; at most one, of type work.", "e-mail address"),
    oneOfTypeWork("phoneNumbers", "The phone number of the user; at most one, of type work.", "phone number"),
    define("phoneRegion", "string", "The country calling code of the phone number, without a plus sign."),
    USER_GROUPS,
  ],
};

const BASIC_ENTERPRISE_USER_SCHEMA: Schema = {
  id: ENTERPRISE_USER_SCHEMA,
  name: FULL_ENTERPRISE_USER_SCHEMA.name,
  description: FULL_ENTERPRISE_USER_SCHEMA.description,
  attributes: [
    define("organizationId", "string", "The id of the organization to which the account belongs.", {
      caseExact: true,
    }),
  ],
};

/** `User` with the attribute set Basic fields (product.md, "What synchronizes"). */
export function basicUserType(custom: CustomExtension): ResourceType {
  return {
    id: "User",
    endpoint: "/Users",
    description: "User accounts",
    schema: BASIC_USER_SCHEMA,
    extensions: [BASIC_ENTERPRISE_USER_SCHEMA, ...customSchemas(custom)],
    ignorable: [FULL_USER_SCHEMA, FULL_ENTERPRISE_USER_SCHEMA],
  };
}

function customSchemas({ namespace, fields }: CustomExtension): readonly Schema[] {
  if (fields.length === 0) return [];
  return [
    {
      id: namespace,
      name: "CustomFields",
      description: "Extended fields of the account",
      attributes: fields,
    },
  ];
}

const GROUP_TYPE: ResourceType = {
  id: "Group",
  endpoint: "/Groups",
  description: "Groups of user accounts",
  schema: { ...GROUP, attributes: [...COMMON_ATTRIBUTES, ...GROUP.attributes] },
  extensions: [],
  ignorable: [],
};

/** `Group` as every application sees it (product.md, "What synchronizes"). */
export function groupType(): ResourceType {
  return GROUP_TYPE;
}
