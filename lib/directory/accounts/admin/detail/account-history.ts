import type { Admin } from "../../../actor";
import { type IdentifiedAuditEntry, pageAudit } from "../../../logs/audit/list/page-audit";
import type { LogPage } from "../../../logs/scan/store";

/** What happened to an account, newest first; also of one that is deleted. */
export async function listAccountHistory(
  admin: Admin,
  id: string,
  page: { readonly cursor?: string | undefined; readonly limit?: number } = {},
): Promise<LogPage<IdentifiedAuditEntry>> {
  return pageAudit(admin, { targetId: id, ...page });
}
