import type { Metadata } from "next";
import { ClearFilters } from "@/components/ui/clear-filters";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChips } from "@/components/ui/filter-chips";
import { Pager } from "@/components/ui/pager";
import { requireAdmin } from "@/lib/auth/session";
import { listAdministrators } from "@/lib/directory/administrators/set-role";
import { listApplications } from "@/lib/directory/applications/read-application";
import { getAuditEntry, pageAudit } from "@/lib/directory/logs/audit/list/page-audit";
import { type ListParams, pageAt, pageSteps, textParam, wordParam } from "../../accounts/list-params";
import { LiveTail } from "../live-tail";
import { listAddress, orGone, timeParams } from "../log-params";
import { SearchedBack } from "../searched-back";
import { TimeRange } from "../time-range";
import { AuditSheet } from "./audit-sheet";
import { AuditTable } from "./audit-table";
import { auditFilters } from "./filters";
import { NOUNS } from "./words";

export const metadata: Metadata = { title: "Audit log" };

interface PageProps {
  readonly params: Promise<{ id: string }>;
  readonly searchParams: Promise<ListParams>;
}

/** Every change by an administrator or an application, newest first; one opens beside the list. */
export default async function Page({ params, searchParams }: PageProps) {
  const { id } = await params;
  const asked = await searchParams;
  const admin = await requireAdmin(id);
  const query = auditQuery(asked);
  const opened = textParam(asked, "entry");
  const [page, applications, administrators, entry] = await Promise.all([
    pageAt(asked, (cursor) => pageAudit(admin, { ...query, cursor })),
    listApplications(admin),
    listAdministrators(admin),
    opened && orGone(getAuditEntry(admin, opened)),
  ]);
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <FilterChips filters={auditFilters(applications, administrators)} />
        <TimeRange />
        <div className="sm:ml-auto">
          <LiveTail />
        </div>
      </div>
      <SearchedBack to={page.searchedBackTo} />
      <AuditTable
        rows={page.rows}
        empty={
          <EmptyState kind="no-match" title="No change matches these filters" action={<ClearFilters />} />
        }
      />
      {page.rows.length > 0 && <Pager summary={`${page.rows.length} changes`} {...pageSteps(page)} />}
      {opened !== undefined && (
        <AuditSheet
          key={opened}
          instanceId={id}
          entry={entry || undefined}
          closeHref={listAddress(`/instances/${id}/logs/audit`, asked, ["entry"])}
        />
      )}
    </>
  );
}

function auditQuery(asked: ListParams) {
  return {
    noun: wordParam(asked, "kind", NOUNS),
    actorId: textParam(asked, "actor"),
    applicationId: textParam(asked, "application"),
    targetId: textParam(asked, "target"),
    ...timeParams(asked, new Date()),
  };
}
