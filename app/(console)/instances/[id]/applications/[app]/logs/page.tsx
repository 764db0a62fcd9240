import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import { Section } from "@/components/ui/section";
import { getRequest, pageRequests } from "@/lib/directory/logs/requests/list/page-requests";
import { type ListParams, pageAt, pageSteps, textParam } from "../../../accounts/list-params";
import { listAddress, orGone } from "../../../logs/log-params";
import { RequestSheet } from "../../../logs/requests/request-sheet";
import { RequestTable } from "../../../logs/requests/request-table";
import { applicationPath } from "../../application-path";
import { type ApplicationPageProps, openApplication } from "../open-application";

interface LogsPageProps extends ApplicationPageProps {
  readonly searchParams: Promise<ListParams>;
}

/** Logs: the application's calls; the request log has them too, beside others and with filters. */
export default async function Page({ params, searchParams }: LogsPageProps) {
  const { id, app } = await params;
  const asked = await searchParams;
  const { admin, application } = await openApplication(id, app);
  const opened = textParam(asked, "request");
  const [page, request] = await Promise.all([
    pageAt(asked, (cursor) => pageRequests(admin, { applicationId: app, cursor })),
    opened === undefined ? undefined : orGone(getRequest(admin, opened, textParam(asked, "time") ?? "")),
  ]);
  return (
    <Section
      title="Request log"
      description={`Every SCIM call of ${application.name}, newest first.`}
      actions={<ButtonLink href={`/instances/${id}/logs?application=${app}`}>Filter in Logs</ButtonLink>}
    >
      <RequestTable
        rows={page.rows.map((row) => ({ ...row, application: application.name }))}
        empty={<NoneYet name={application.name} />}
      />
      {page.rows.length > 0 && <Pager summary={`${page.rows.length} calls`} {...pageSteps(page)} />}
      {opened !== undefined && (
        <RequestSheet
          key={opened}
          instanceId={id}
          request={request?.applicationId === app ? request : undefined}
          application={application.name}
          closeHref={listAddress(applicationPath(id, app, "/logs"), asked, ["request", "time"])}
        />
      )}
    </Section>
  );
}

function NoneYet({ name }: { readonly name: string }) {
  return (
    <EmptyState
      kind="none-yet"
      level={3}
      title="No calls yet"
      body={`Every SCIM call of ${name} is kept here, with what was sent and answered.`}
    />
  );
}
