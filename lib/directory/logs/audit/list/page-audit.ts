import type { z } from "zod";
import { type Admin, requireRole } from "../../../actor";
import { notFound } from "../../../error";
import { checked } from "../../../input";
import type { LogPage } from "../../scan/store";
import { ListedAuditEntry } from "./list-audit";
import { type AuditContent, findAuditContent, findAuditPage } from "./pages/store";
import { AuditLogQuery } from "./query";

/** An entry with the id under which it is opened. */
export interface IdentifiedAuditEntry extends ListedAuditEntry {
  readonly id: string;
}

/**
 * One page of the audit log, newest first: `next` is older, `previous` newer.
 *
 * @throws DirectoryError invalid_value
 */
export async function pageAudit(
  admin: Admin,
  query: z.input<typeof AuditLogQuery> = {},
): Promise<LogPage<IdentifiedAuditEntry>> {
  requireRole(admin, "auditor");
  const { cursor, limit, ...filter } = checked(AuditLogQuery, query);
  const page = await findAuditPage(admin.instanceId, filter, { cursor, limit });
  return { ...page, rows: page.rows.map(entryOf) };
}

/** One entry, before → after. @throws DirectoryError not_found */
export async function getAuditEntry(admin: Admin, id: string): Promise<IdentifiedAuditEntry> {
  requireRole(admin, "auditor");
  const content = await findAuditContent(admin.instanceId, id);
  if (!content) throw notFound("audit entry", id);
  return entryOf(content);
}

function entryOf({ id, content }: AuditContent): IdentifiedAuditEntry {
  return { ...ListedAuditEntry.parse(JSON.parse(content)), id };
}
