import { USER_SCHEMA } from "../urn";
import type { Attribute, AttributeType, Schema } from "./attribute";
import { define } from "./define";

// RFC 7643 §4.1 with the characteristics of §8.7.1.

interface PluralOptions {
  readonly type?: AttributeType;
  readonly caseExact?: boolean;
  readonly referenceTypes?: readonly string[];
  readonly types?: readonly string[];
}

/** The usual shape of a multi-valued attribute: value, display, type, primary (RFC 7643 §2.4). */
function plural(name: string, description: string, noun: string, options: PluralOptions = {}): Attribute {
  const { type = "string", caseExact = false, referenceTypes, types } = options;
  return define(name, "complex", description, {
    multiValued: true,
    subAttributes: [
      define("value", type, `The ${noun} itself.`, {
        caseExact,
        ...(referenceTypes && { referenceTypes }),
      }),
      define("display", "string", `A form of the ${noun} for people to read.`),
      define("type", "string", `What the ${noun} is used for.`, types && { canonicalValues: types }),
      define("primary", "boolean", `Whether this ${noun} is the preferred one; at most one is.`),
    ],
  });
}

const NAME = define("name", "complex", "The parts of the user's real name.", {
  subAttributes: [
    define("formatted", "string", "The whole name, ready for display."),
    define("familyName", "string", "The family name, or last name."),
    define("givenName", "string", "The given name, or first name."),
    define("middleName", "string", "The middle names."),
    define("honorificPrefix", "string", "What stands before the name, such as a title."),
    define("honorificSuffix", "string", 'What stands after the name, such as "III".'),
  ],
});

const ADDRESSES = define("addresses", "complex", "Postal addresses of the user.", {
  multiValued: true,
  subAttributes: [
    define("formatted", "string", "The whole address, ready for a label; may hold line breaks."),
    define("streetAddress", "string", "Street, house number and what else precedes the town."),
    define("locality", "string", "The city or town."),
    define("region", "string", "The state, province or region."),
    define("postalCode", "string", "The postal code."),
    define("country", "string", "The country, as an ISO 3166-1 alpha-2 code."),
    define("type", "string", "What the address is used for.", { canonicalValues: ["work", "home", "other"] }),
    define("primary", "boolean", "Whether this address is the preferred one; at most one is."),
  ],
});

const READ_ONLY = { mutability: "readOnly" } as const;

/** The groups of which the user is a member; changed through the groups (RFC 7643 §4.1.2). */
export const USER_GROUPS = define("groups", "complex", "The groups of which the user is a member.", {
  ...READ_ONLY,
  multiValued: true,
  subAttributes: [
    // Ids are caseExact (RFC 7643 §3.1), and so is what refers to one.
    define("value", "string", "The id of the group.", { ...READ_ONLY, caseExact: true }),
    define("$ref", "reference", "The URL of the group.", {
      ...READ_ONLY,
      caseExact: true,
      referenceTypes: ["Group"],
    }),
    define("display", "string", "The name of the group.", READ_ONLY),
    define("type", "string", "How the user comes to be a member.", {
      ...READ_ONLY,
      canonicalValues: ["direct", "indirect"],
    }),
  ],
});

/** The standard User schema, whole. The common attributes (RFC 7643 §3.1) are not part of it. */
export const FULL_USER_SCHEMA: Schema = {
  id: USER_SCHEMA,
  name: "User",
  description: "User account",
  attributes: [
    define("userName", "string", "The name by which the user signs in; unique whatever the case.", {
      required: true,
      uniqueness: "server",
    }),
    NAME,
    define("displayName", "string", "The name under which the user is shown to others."),
    define("nickName", "string", "The casual name of the user."),
    define("profileUrl", "reference", "The URL of a page about the user.", {
      caseExact: true,
      referenceTypes: ["external"],
    }),
    define("title", "string", "The user's job title."),
    define("userType", "string", "The user's relation to the organization, such as Employee or Contractor."),
    define(
      "preferredLanguage",
      "string",
      "The languages the user prefers, as in the header Accept-Language.",
    ),
    define("locale", "string", "The region by which numbers, dates and currency are written, such as en-US."),
    define("timezone", "string", "The user's time zone, as in the IANA database, such as Europe/Berlin."),
    define("active", "boolean", "Whether the account is enabled."),
    define("password", "string", "The password in clear; it can be set and is never shown.", {
      caseExact: true,
      mutability: "writeOnly",
      returned: "never",
    }),
    plural("emails", "E-mail addresses of the user.", "e-mail address", { types: ["work", "home", "other"] }),
    plural("phoneNumbers", "Phone numbers of the user.", "phone number", {
      types: ["work", "home", "mobile", "fax", "pager", "other"],
    }),
    plural("ims", "Instant messaging addresses of the user.", "messaging address", {
      types: ["aim", "gtalk", "icq", "xmpp", "msn", "skype", "qq", "yahoo"],
    }),
    plural("photos", "Pictures of the user.", "URL of the picture", {
      type: "reference",
      caseExact: true,
      referenceTypes: ["external"],
      types: ["photo", "thumbnail"],
    }),
    ADDRESSES,
    USER_GROUPS,
    plural("entitlements", "What the user is entitled to.", "entitlement"),
    plural("roles", "Roles that the user holds.", "role"),
    plural("x509Certificates", "Certificates of the user.", "certificate (DER, base64)", {
      type: "binary",
      caseExact: true,
    }),
  ],
};
