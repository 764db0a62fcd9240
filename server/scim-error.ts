import { ERROR } from "@/lib/scim/urn";

/**
 * A SCIM error for what never reaches a route: everything below /scim answers in SCIM's
 * own form (protocol.md, "Messages").
 */
export function scimErrorResponse(
  status: number,
  detail: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(JSON.stringify({ schemas: [ERROR], status: String(status), detail }), {
    status,
    headers: { "content-type": "application/scim+json", ...headers },
  });
}
