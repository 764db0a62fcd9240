import { z } from "zod";
import { type Admin, requireRole } from "../../../actor";
import { checked, listLimit } from "../../../input";
import type { RequestEntry } from "../entry";
import { findRequests } from "./store";

export const RequestQuery = z.strictObject({ applicationId: z.string().optional(), limit: listLimit });

/** Newest first; of one application, or of all of the instance. */
export async function listRequests(
  admin: Admin,
  query: z.input<typeof RequestQuery> = {},
): Promise<RequestEntry[]> {
  requireRole(admin, "auditor");
  const { applicationId, limit } = checked(RequestQuery, query);
  return findRequests(admin.instanceId, applicationId, limit);
}
