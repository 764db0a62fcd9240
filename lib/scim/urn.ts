// The URNs of RFC 7643 §10.2 and RFC 7644 §8.2. URNs compare without regard to case
// (RFC 8141 §3.1 for the namespace, RFC 7643 §2.1 for the rest of a schema's).
export const USER_SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:User";
export const GROUP_SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:Group";
export const ENTERPRISE_USER_SCHEMA = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
export const SCHEMA_SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:Schema";
export const RESOURCE_TYPE_SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:ResourceType";
export const SERVICE_PROVIDER_CONFIG_SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig";
export const LIST_RESPONSE = "urn:ietf:params:scim:api:messages:2.0:ListResponse";
export const ERROR = "urn:ietf:params:scim:api:messages:2.0:Error";

/** Where extended fields live until an application chooses another namespace (product.md, what Okta uses). */
export const DEFAULT_NAMESPACE = "urn:ietf:params:scim:schemas:extension:customfield:2.0:User";

const CUSTOM_NAMESPACE = /^urn:ietf:params:scim:schemas:extension:[A-Za-z0-9][A-Za-z0-9_-]{0,63}:2\.0:User$/;

export function sameUrn(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/**
 * Why a URN cannot be a custom field namespace, as a sentence, or undefined when it can.
 * Source: product.md, "Extended fields and advanced settings".
 */
export function customNamespaceProblem(urn: string): string | undefined {
  if (sameUrn(urn, USER_SCHEMA) || sameUrn(urn, GROUP_SCHEMA) || sameUrn(urn, ENTERPRISE_USER_SCHEMA)) {
    return `The namespace "${urn}" belongs to a standard schema of RFC 7643; choose a name of your own.`;
  }
  if (!CUSTOM_NAMESPACE.test(urn)) {
    return (
      "The namespace must have the form urn:ietf:params:scim:schemas:extension:NAME:2.0:User, " +
      "where NAME has 1 to 64 letters, digits, hyphens and underscores and begins with a letter or digit."
    );
  }
  return undefined;
}
