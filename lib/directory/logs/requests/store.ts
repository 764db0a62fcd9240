import { database } from "@/lib/db/client";
import { prepared } from "../../statement";
import type { RequestEntry } from "./entry";

/** SQLSTATE classes in which the data itself is at fault: data exception, integrity constraint violation. */
const DATA_AT_FAULT = /^2[23]/;

/** `refused`: at least one of the entries can never be written. `away`: all may be written later. */
export type Written =
  | { readonly result: "written" }
  | { readonly result: "refused" | "away"; readonly error: unknown };

// One statement, so that entries and last uses stand or fall together. An entry that is sent again, since nobody
// knows whether the first time succeeded, is there already, and is not counted twice. Tokens are locked in order,
// and so are the counts: two nodes that note the uses of the same tokens never wait for each other in a circle.
const INSERT_REQUESTS = `
  WITH entry AS (
    SELECT * FROM json_to_recordset($1::json) AS e(
      instance_id text, time timestamptz, id text, application_id text, token_id text, address text,
      user_agent text, method text, path text, resource text, resource_id text, status smallint,
      scim_type text, detail text, duration_ms real, ignored text[], request_body text, response_body text)
  ), inserted AS (
    INSERT INTO request_logs (
      instance_id, time, id, application_id, token_id, address, user_agent, method, path, resource,
      resource_id, status, scim_type, detail, duration_ms, ignored, request_body, response_body)
    SELECT instance_id, time, id, application_id, token_id, address, user_agent, method, path, resource,
      resource_id, status, scim_type, detail, duration_ms, ignored, request_body, response_body
    FROM entry
    ON CONFLICT DO NOTHING
    RETURNING instance_id, application_id, token_id, time, status
  ), counted AS (
    INSERT INTO request_counts AS c (instance_id, application_id, token_id, hour, calls, failures)
    SELECT instance_id, application_id, token_id, date_trunc('hour', time, 'UTC'), count(*),
      count(*) FILTER (WHERE status >= 400)
    FROM inserted
    GROUP BY 1, 2, 3, 4
    ORDER BY 1, 2, 3, 4
    ON CONFLICT (instance_id, application_id, token_id, hour) DO UPDATE
      SET calls = c.calls + excluded.calls, failures = c.failures + excluded.failures
  ), used AS (
    SELECT DISTINCT ON (instance_id, token_id) instance_id, token_id, time, address, user_agent
    FROM entry
    ORDER BY instance_id, token_id, time DESC
  ), held AS (
    SELECT t.instance_id, t.id
    FROM tokens t JOIN used u ON u.instance_id = t.instance_id AND u.token_id = t.id
    ORDER BY t.instance_id, t.id
    FOR NO KEY UPDATE OF t
  )
  UPDATE tokens t
  SET last_used_at = u.time, last_used_address = u.address, last_used_user_agent = u.user_agent
  FROM held h JOIN used u ON u.instance_id = h.instance_id AND u.token_id = h.id
  WHERE t.instance_id = h.instance_id AND t.id = h.id
    AND (t.last_used_at IS NULL OR t.last_used_at < u.time)`;

/** Writes entries of any instances, and when and from where their tokens were last used. Never throws. */
export async function insertRequests(entries: readonly RequestEntry[]): Promise<Written> {
  try {
    await (await database()).query(prepared(INSERT_REQUESTS), [JSON.stringify(entries.map(rowOf))]);
    return { result: "written" };
  } catch (error) {
    return { result: DATA_AT_FAULT.test(sqlState(error)) ? "refused" : "away", error };
  }
}

function rowOf(entry: RequestEntry) {
  return {
    instance_id: entry.instanceId,
    time: entry.time,
    id: entry.id,
    application_id: entry.applicationId,
    token_id: entry.tokenId,
    address: storable(entry.address),
    user_agent: storable(entry.userAgent),
    method: entry.method,
    path: storable(entry.path),
    resource: entry.resource,
    resource_id: entry.resourceId && storable(entry.resourceId),
    status: entry.status,
    scim_type: entry.scimType,
    detail: entry.detail && storable(entry.detail),
    duration_ms: entry.durationMs,
    ignored: entry.ignored.map(storable),
    request_body: entry.requestBody,
    response_body: entry.responseBody,
  };
}

/** PostgreSQL's text takes neither NUL nor half a surrogate pair. Bodies are JSON text, where both are escaped. */
function storable(text: string): string {
  return text.replace(/\0|\p{Surrogate}/gu, "\ufffd");
}

function sqlState(error: unknown): string {
  if (typeof error !== "object" || error === null || !("code" in error)) return "";
  return typeof error.code === "string" ? error.code : "";
}
