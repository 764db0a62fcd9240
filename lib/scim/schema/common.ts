import type { Attribute } from "./attribute";
import { define } from "./define";

// RFC 7643 §3.1: every resource has these, and no schema lists them.

const READ_ONLY = { mutability: "readOnly" } as const;

const ID = define("id", "string", "The server's identifier of the resource; it never changes.", {
  caseExact: true,
  mutability: "readOnly",
  returned: "always",
  uniqueness: "server",
});

const EXTERNAL_ID = define(
  "externalId",
  "string",
  "The client's own identifier of the resource, known to that client alone.",
  { caseExact: true },
);

const META = define("meta", "complex", "What the server records about the resource.", {
  mutability: "readOnly",
  subAttributes: [
    define("resourceType", "string", "The name of the resource type.", { ...READ_ONLY, caseExact: true }),
    define("created", "dateTime", "When the resource was created.", READ_ONLY),
    define("lastModified", "dateTime", "When the resource last changed.", READ_ONLY),
    define("location", "reference", "The URL of the resource.", {
      ...READ_ONLY,
      caseExact: true,
      referenceTypes: ["uri"],
    }),
    define("version", "string", "The entity tag of the resource as it is now.", {
      ...READ_ONLY,
      caseExact: true,
    }),
  ],
});

/** The common attributes in the order in which resources show them. */
export const COMMON_ATTRIBUTES: readonly Attribute[] = [ID, EXTERNAL_ID, META];
