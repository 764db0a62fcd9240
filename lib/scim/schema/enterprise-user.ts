import { ENTERPRISE_USER_SCHEMA } from "../urn";
import type { Schema } from "./attribute";
import { define } from "./define";

/** The standard enterprise extension, whole (RFC 7643 §4.3, characteristics of §8.7.1). */
export const FULL_ENTERPRISE_USER_SCHEMA: Schema = {
  id: ENTERPRISE_USER_SCHEMA,
  name: "EnterpriseUser",
  description: "What an enterprise records about a user",
  attributes: [
    define("employeeNumber", "string", "The number that the organization gave the person."),
    define("costCenter", "string", "The name of the cost center."),
    define("organization", "string", "The name of the organization."),
    define("division", "string", "The name of the division."),
    define("department", "string", "The name of the department."),
    define("manager", "complex", "The person to whom the user reports.", {
      subAttributes: [
        // Ids are caseExact (RFC 7643 §3.1), and so is what refers to one.
        define("value", "string", "The id of the manager's account.", { caseExact: true }),
        define("$ref", "reference", "The URL of the manager's account.", {
          caseExact: true,
          referenceTypes: ["User"],
        }),
        define("displayName", "string", "The display name of the manager.", { mutability: "readOnly" }),
      ],
    }),
  ],
};
