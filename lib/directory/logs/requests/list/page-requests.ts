import type { z } from "zod";
import { type Admin, requireRole } from "../../../actor";
import { notFound } from "../../../error";
import { checked } from "../../../input";
import type { LogPage } from "../../scan/store";
import type { RequestEntry } from "../entry";
import { findRequest, findRequestPage, type RequestSummary } from "./pages/store";
import { RequestLogQuery } from "./query";

/**
 * One page of the request log, newest first: `next` is older, `previous` newer.
 *
 * @throws DirectoryError invalid_value
 */
export async function pageRequests(
  admin: Admin,
  query: z.input<typeof RequestLogQuery> = {},
): Promise<LogPage<RequestSummary>> {
  requireRole(admin, "auditor");
  const { cursor, limit, ...filter } = checked(RequestLogQuery, query);
  return findRequestPage(admin.instanceId, filter, { cursor, limit });
}

/**
 * One call with its bodies.
 *
 * @param time when it came (ISO 8601), as the list shows it: the log is kept by time
 * @throws DirectoryError not_found
 */
export async function getRequest(admin: Admin, id: string, time: string): Promise<RequestEntry> {
  requireRole(admin, "auditor");
  const at = Date.parse(time);
  const entry = Number.isNaN(at) ? undefined : await findRequest(admin.instanceId, id, new Date(at));
  if (!entry) throw notFound("request", id);
  return entry;
}
