import { z } from "zod";
import { type Admin, requireRole } from "../../../actor";
import { checked, listLimit } from "../../../input";
import { findContents } from "./store";

export const AuditQuery = z.strictObject({ applicationId: z.string().optional(), limit: listLimit });

const State = z.record(z.string(), z.unknown()).nullable();

/** An entry as it was written (logs/audit/entry.ts); its time is ISO 8601. */
export const ListedAuditEntry = z.object({
  time: z.string(),
  actor: z.object({ kind: z.string(), id: z.string(), name: z.string(), address: z.string() }),
  action: z.string(),
  target: z.object({ type: z.string(), id: z.string(), name: z.string() }),
  before: State,
  after: State,
});
export type ListedAuditEntry = z.output<typeof ListedAuditEntry>;

/** Newest first; of one application, the entries by it and about it. */
export async function listAudit(
  admin: Admin,
  query: z.input<typeof AuditQuery> = {},
): Promise<ListedAuditEntry[]> {
  requireRole(admin, "auditor");
  const { applicationId, limit } = checked(AuditQuery, query);
  const contents = await findContents(admin.instanceId, applicationId, limit);
  return contents.map((content) => ListedAuditEntry.parse(JSON.parse(content)));
}
