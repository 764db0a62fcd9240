import { clientAddress } from "@/lib/address";
import type { Caller } from "@/lib/directory/callers/caller";
import { LOGGED_BODY_BYTES, largeBodyNote, redactedBody } from "@/lib/directory/logs/requests/redact";
import { redactedPath } from "@/lib/directory/logs/requests/redact-path";
import { withoutTokens } from "@/lib/directory/logs/requests/secret-names";
import { recordRequest } from "@/lib/directory/logs/requests/writer";
import { observeRequest } from "@/lib/metrics";
import { isJsonObject } from "@/lib/scim/json";
import type { ScimBody } from "./scim-body";
import type { ScimAnswer } from "./scim-response";

/** What is learnt of a request on its way, for the request log. */
export interface RequestTrace {
  readonly id: string;
  readonly time: Date;
  /** performance.now() */
  readonly started: number;
  caller: Caller | undefined;
  body: ScimBody | undefined;
  readonly ignored: string[];
}

/** A body can name more than anybody reads. */
const MOST_IGNORED = 100;

const RESOURCES: ReadonlyMap<string, "User" | "Group"> = new Map([
  ["Users", "User"],
  ["Groups", "Group"],
]);

/** The resource types that the metrics tell apart. */
const OBSERVED: ReadonlySet<string> = new Set([
  "Users",
  "Groups",
  "Schemas",
  "ResourceTypes",
  "ServiceProviderConfig",
]);

/**
 * Counts a call, and writes it to the request log of the instance whose token it carried.
 * A call without a good token belongs to no instance: it is counted alone.
 */
export function traceRequest(
  trace: RequestTrace,
  request: Request,
  url: URL,
  answer: ScimAnswer,
  text: string | undefined,
): void {
  const [endpoint = "", pathId] = url.pathname.split("/").slice(3);
  const durationMs = performance.now() - trace.started;
  const observed = OBSERVED.has(endpoint) ? endpoint : "other";
  observeRequest({ method: request.method, resource: observed, status: answer.status, durationMs });
  const { caller } = trace;
  if (!caller) return;
  const encrypted = encryptedAttributes(caller);
  const failure = answer.status >= 400 ? answer.body : undefined;
  recordRequest({
    id: trace.id,
    instanceId: caller.instanceId,
    applicationId: caller.applicationId,
    tokenId: caller.tokenId,
    time: trace.time,
    address: clientAddress(request.headers),
    userAgent: withoutTokens(request.headers.get("user-agent") ?? "").slice(0, 512),
    method: request.method,
    path: redactedPath(url.pathname + url.search, encrypted).slice(0, 4096),
    resource: RESOURCES.get(endpoint),
    resourceId: pathId === undefined ? idOf(answer) : withoutTokens(pathId).slice(0, 256),
    status: answer.status,
    scimType: textOf(failure?.scimType),
    detail: withoutTokens(textOf(failure?.detail) ?? "") || undefined,
    durationMs,
    ignored: [...new Set(trace.ignored)].slice(0, MOST_IGNORED).map(withoutTokens),
    requestBody: requestText(trace.body, encrypted),
    responseBody: responseText(answer, text, encrypted),
  });
}

const NONE: ReadonlySet<string> = new Set();

function encryptedAttributes(caller: Caller): ReadonlySet<string> {
  const encrypted = caller.syncFields.filter((field) => field.encrypted);
  if (encrypted.length === 0) return NONE;
  return new Set(encrypted.map((field) => `${caller.namespace}:${field.key}`.toLowerCase()));
}

function requestText(body: ScimBody | undefined, encrypted: ReadonlySet<string>): string | undefined {
  if (!body) return undefined;
  return body.bytes > LOGGED_BODY_BYTES ? largeBodyNote(body.bytes) : redactedBody(body.json, encrypted);
}

/** An answer never holds a password, and a token only where it repeats what was sent as a name or id. */
function responseText(
  answer: ScimAnswer,
  text: string | undefined,
  encrypted: ReadonlySet<string>,
): string | undefined {
  if (text === undefined) return undefined;
  if (text.length > LOGGED_BODY_BYTES) return largeBodyNote(Buffer.byteLength(text));
  return encrypted.size === 0 ? withoutTokens(text) : redactedBody(answer.body, encrypted);
}

function idOf(answer: ScimAnswer): string | undefined {
  return isJsonObject(answer.body) ? textOf(answer.body.id) : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
