import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { ClearFilters } from "@/components/ui/clear-filters";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChips } from "@/components/ui/filter-chips";
import { Pager } from "@/components/ui/pager";
import { SearchBox } from "@/components/ui/search-box";
import { requireAdmin } from "@/lib/auth/session";
import { listApplications } from "@/lib/directory/applications/read-application";
import { getRequest, pageRequests } from "@/lib/directory/logs/requests/list/page-requests";
import {
  type ListParams,
  pageAt,
  pageSteps,
  searchParam,
  textParam,
  wordParam,
} from "../accounts/list-params";
import { LiveTail } from "./live-tail";
import { listAddress, orGone, timeParams } from "./log-params";
import { requestFilters } from "./requests/filters";
import { RequestSheet } from "./requests/request-sheet";
import { RequestTable } from "./requests/request-table";
import { SearchedBack } from "./searched-back";
import { TimeRange } from "./time-range";

export const metadata: Metadata = { title: "Request log" };

interface PageProps {
  readonly params: Promise<{ id: string }>;
  readonly searchParams: Promise<ListParams>;
}

/** Every SCIM call, newest first; one opens beside the list. */
export default async function Page({ params, searchParams }: PageProps) {
  const { id } = await params;
  const asked = await searchParams;
  const admin = await requireAdmin(id);
  const query = requestQuery(asked);
  const opened = textParam(asked, "request");
  const [page, applications, request] = await Promise.all([
    pageAt(asked, (cursor) => pageRequests(admin, { ...query, cursor })),
    listApplications(admin),
    opened && orGone(getRequest(admin, opened, textParam(asked, "time") ?? "")),
  ]);
  const names = new Map(applications.map((application) => [application.id, application.name]));
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <SearchBox label="Search paths" placeholder="Path, id or filter" />
        <FilterChips filters={requestFilters(applications)} />
        <TimeRange />
        <div className="sm:ml-auto">
          <LiveTail />
        </div>
      </div>
      <SearchedBack to={page.searchedBackTo} />
      <RequestTable
        rows={page.rows.map((row) => ({
          ...row,
          application: names.get(row.applicationId) ?? row.applicationId,
        }))}
        empty={
          Object.values(query).some((value) => value !== undefined) ? (
            <NoMatch />
          ) : (
            <NoneYet instanceId={id} />
          )
        }
      />
      {page.rows.length > 0 && <Pager summary={`${page.rows.length} calls`} {...pageSteps(page)} />}
      {opened !== undefined && (
        <RequestSheet
          key={opened}
          instanceId={id}
          request={request || undefined}
          application={request && names.get(request.applicationId)}
          closeHref={listAddress(`/instances/${id}/logs`, asked, ["request", "time"])}
        />
      )}
    </>
  );
}

function requestQuery(asked: ListParams) {
  return {
    status: wordParam(asked, "status", ["failed", "2xx", "3xx", "4xx", "5xx"]),
    applicationId: textParam(asked, "application"),
    resource: wordParam(asked, "resource", ["User", "Group"]),
    method: wordParam(asked, "method", ["GET", "POST", "PUT", "PATCH", "DELETE"]),
    path: searchParam(asked),
    ...timeParams(asked, new Date()),
  };
}

function NoneYet({ instanceId }: { readonly instanceId: string }) {
  return (
    <EmptyState
      kind="none-yet"
      title="No calls yet"
      body="Every SCIM call with a token of an application of this instance is kept here, with what was sent and answered."
      action={<ButtonLink href={`/instances/${instanceId}/applications`}>Open applications</ButtonLink>}
    />
  );
}

function NoMatch() {
  return <EmptyState kind="no-match" title="No call matches these filters" action={<ClearFilters />} />;
}
