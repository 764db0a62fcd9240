import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { ClearFilters } from "@/components/ui/clear-filters";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { SearchBox } from "@/components/ui/search-box";
import { requireAdmin } from "@/lib/auth/session";
import { listApplicationRows } from "@/lib/directory/applications/overview/list-application-rows";
import { ApplicationsTable } from "./applications-table";
import { orderedApplications } from "./ordered-applications";
import { roleReason } from "./role-reason";

export const metadata: Metadata = { title: "Applications" };

interface PageProps {
  readonly params: Promise<{ id: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The applications of the instance. They are few, so that they are searched and sorted here, on one page. */
export default async function Page({ params, searchParams }: PageProps) {
  const { id } = await params;
  const { q, sort } = await searchParams;
  const admin = await requireAdmin(id);
  const all = await listApplicationRows(admin);
  const search = typeof q === "string" ? q.trim() : "";
  const rows = orderedApplications(all, search, typeof sort === "string" ? sort : "name");
  const add = <AddApplication instanceId={id} reason={roleReason(admin)} />;
  return (
    <div className="flex flex-col gap-6">
      <PageHeader title="Applications" actions={all.length > 0 && add} />
      {all.length > 0 && <SearchBox label="Search applications" placeholder="Name or client id" />}
      <ApplicationsTable
        instanceId={id}
        rows={rows}
        empty={all.length > 0 ? <NoMatch search={search} /> : <NoneYet action={add} />}
      />
    </div>
  );
}

function AddApplication({
  instanceId,
  reason,
}: {
  readonly instanceId: string;
  readonly reason: string | undefined;
}) {
  const icon = <Plus aria-hidden className="size-4" />;
  if (reason !== undefined) {
    return (
      <Button variant="primary" icon={icon} disabledReason={reason}>
        Add application
      </Button>
    );
  }
  return (
    <ButtonLink href={`/instances/${instanceId}/applications/new`} variant="primary" icon={icon}>
      Add application
    </ButtonLink>
  );
}

function NoneYet({ action }: { readonly action: React.ReactNode }) {
  return (
    <EmptyState
      kind="none-yet"
      title="No applications yet"
      body="An application is a system that synchronizes accounts and groups into this directory, such as Okta, Microsoft Entra ID or an HR system."
      action={action}
    />
  );
}

function NoMatch({ search }: { readonly search: string }) {
  return (
    <EmptyState
      kind="no-match"
      title={`No application matches “${search}”`}
      body="The name and the client id are searched."
      action={<ClearFilters />}
    />
  );
}
