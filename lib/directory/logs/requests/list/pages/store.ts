import { database } from "@/lib/db/client";
import type { Keyed, Order } from "../../../../keyset";
import { findLogPage, type LogPage } from "../../../scan/store";
import type { RequestEntry } from "../../entry";
import type { RequestLogFilter } from "../query";
import { entryOf, REQUEST_COLUMNS, type RequestRow } from "../store";

/** A call as a line of the log: the bodies are read with the one that is opened. */
export type RequestSummary = Omit<RequestEntry, "requestBody" | "responseBody">;

interface Row extends Omit<RequestRow, "request_body" | "response_body">, Keyed {}

const NEWEST_FIRST: Order = {
  name: "time",
  direction: "descending",
  columns: [
    { sql: "l.time", type: "timestamptz" },
    { sql: "l.id", type: "text" },
  ],
};

const COLUMNS = `l.id, l.instance_id, l.application_id, l.token_id, l.time, l.address, l.user_agent, l.method,
  l.path, l.resource, l.resource_id, l.status, l.scim_type, l.detail, l.duration_ms, l.ignored`;

const CLASSES = { "2xx": 200, "3xx": 300, "4xx": 400, "5xx": 500 } as const;

export function findRequestPage(
  instanceId: string,
  filter: RequestLogFilter,
  page: { readonly cursor: string | undefined; readonly limit: number },
): Promise<LogPage<RequestSummary>> {
  const { status, applicationId, from, to, resource, method, path } = filter;
  const failed = status === "failed" || status === "4xx" || status === "5xx";
  const scan = {
    ...page,
    order: NEWEST_FIRST,
    table: "request_logs",
    columns: COLUMNS,
    branches: (add: (value: unknown) => string) => {
      const conditions = [`l.instance_id = ${add(instanceId)}`];
      if (applicationId !== undefined) conditions.push(`l.application_id = ${add(applicationId)}`);
      if (from) conditions.push(`l.time >= ${add(from)}::timestamptz`);
      if (to) conditions.push(`l.time < ${add(to)}::timestamptz`);
      // The condition of the index of failures, to the letter.
      if (failed) conditions.push("l.status >= 400");
      return [conditions.join(" AND ")];
    },
    filters: (add: (value: unknown) => string) => {
      const filters: string[] = [];
      if (status && status !== "failed") {
        filters.push(`l.status BETWEEN ${CLASSES[status]} AND ${CLASSES[status] + 99}`);
      }
      if (resource) filters.push(`l.resource = ${add(resource)}`);
      if (method) filters.push(`l.method = ${add(method)}`);
      const text = path?.replaceAll("\0", "").trim();
      if (text) filters.push(`position(lower(${add(text)}) in lower(l.path)) > 0`);
      return filters;
    },
  };
  return findLogPage<Row, RequestSummary>(scan, summaryOf);
}

export async function findRequest(
  instanceId: string,
  id: string,
  time: Date,
): Promise<RequestEntry | undefined> {
  const [row] = await (await database()).query<RequestRow>(
    {
      name: "request_find",
      text: `SELECT ${REQUEST_COLUMNS} FROM request_logs WHERE instance_id = $1 AND time = $2 AND id = $3`,
    },
    [instanceId, time, id],
  );
  return row && entryOf(row);
}

function summaryOf(row: Row): RequestSummary {
  const {
    requestBody: _,
    responseBody: __,
    ...summary
  } = entryOf({
    ...row,
    request_body: null,
    response_body: null,
  });
  return summary;
}
