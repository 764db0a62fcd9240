import { database } from "@/lib/db/client";
import type { RequestEntry } from "../entry";

export interface RequestRow {
  readonly id: string;
  readonly instance_id: string;
  readonly application_id: string;
  readonly token_id: string;
  readonly time: Date;
  readonly address: string;
  readonly user_agent: string;
  readonly method: string;
  readonly path: string;
  readonly resource: "User" | "Group" | null;
  readonly resource_id: string | null;
  readonly status: number;
  readonly scim_type: string | null;
  readonly detail: string | null;
  readonly duration_ms: number;
  readonly ignored: readonly string[];
  readonly request_body: string | null;
  readonly response_body: string | null;
}

export const REQUEST_COLUMNS = `id, instance_id, application_id, token_id, time, address, user_agent, method, path,
  resource, resource_id, status, scim_type, detail, duration_ms, ignored, request_body, response_body`;

/** Newest first. */
export async function findRequests(
  instanceId: string,
  applicationId: string | undefined,
  limit: number,
): Promise<RequestEntry[]> {
  const rows = await (await database()).query<RequestRow>(
    {
      name: "request_list",
      text: `SELECT ${REQUEST_COLUMNS}
        FROM request_logs
        WHERE instance_id = $1 AND ($2::text IS NULL OR application_id = $2)
        ORDER BY time DESC, id DESC LIMIT $3`,
    },
    [instanceId, applicationId ?? null, limit],
  );
  return rows.map(entryOf);
}

export function entryOf(row: RequestRow): RequestEntry {
  return {
    id: row.id,
    instanceId: row.instance_id,
    applicationId: row.application_id,
    tokenId: row.token_id,
    time: row.time,
    address: row.address,
    userAgent: row.user_agent,
    method: row.method,
    path: row.path,
    resource: row.resource ?? undefined,
    resourceId: row.resource_id ?? undefined,
    status: row.status,
    scimType: row.scim_type ?? undefined,
    detail: row.detail ?? undefined,
    durationMs: row.duration_ms,
    ignored: row.ignored,
    requestBody: row.request_body ?? undefined,
    responseBody: row.response_body ?? undefined,
  };
}
