import { ScimError } from "@/lib/scim/error";

/**
 * Preconditions (RFC 7644 §3.14) are not supported yet, as ServiceProviderConfig says. A
 * client that makes its write depend on one must not be ignored: it would overwrite.
 *
 * @throws ScimError 501
 */
export function refuseIfMatch(headers: Headers): void {
  if (!headers.has("if-match") && !headers.has("if-unmodified-since")) return;
  throw new ScimError(501, undefined, "If-Match is not supported yet. Send the request without it.");
}
