import type { ScimError } from "@/lib/scim/error";
import type { JsonObject } from "@/lib/scim/json";
import { errorBody } from "@/lib/scim/messages/error";

/** What a handler answers, before it becomes a Response and a line of the request log. */
export interface ScimAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** undefined: no body. */
  readonly body: JsonObject | undefined;
}

const MEDIA_TYPE = "application/scim+json";

export function ok(body: JsonObject): ScimAnswer {
  return { status: 200, headers: {}, body };
}

export const NO_CONTENT: ScimAnswer = { status: 204, headers: {}, body: undefined };

/**
 * One resource with its entity tag (RFC 7644 §3.14) and where it is: Location when it
 * was made, Content-Location else (protocol.md, "Messages").
 *
 * @param resource the whole one, for its meta
 * @param shown what of it the client asked for
 */
export function resourceAnswer(
  status: 200 | 201,
  meta: { readonly location: string; readonly version: string },
  shown: JsonObject,
): ScimAnswer {
  const location = status === 201 ? { Location: meta.location } : { "Content-Location": meta.location };
  return { status, headers: { ETag: meta.version, ...location }, body: shown };
}

export function errorAnswer(error: ScimError): ScimAnswer {
  return { status: error.status, headers: error.headers, body: errorBody(error) };
}

/** @param text the body as JSON text, or undefined for none: HEAD has the headers of GET alone (RFC 9110 §9.3.2) */
export function responseOf(answer: ScimAnswer, text: string | undefined): Response {
  const headers = new Headers(answer.headers);
  headers.set("Cache-Control", "no-store");
  if (answer.body !== undefined) headers.set("Content-Type", MEDIA_TYPE);
  return new Response(text ?? null, { status: answer.status, headers });
}
