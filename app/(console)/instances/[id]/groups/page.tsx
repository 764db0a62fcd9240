import type { Metadata } from "next";
import { ClearFilters } from "@/components/ui/clear-filters";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { SearchBox } from "@/components/ui/search-box";
import { requireAdmin } from "@/lib/auth/session";
import { listGroups } from "@/lib/directory/groups/admin/read-groups";
import { pageText } from "../accounts/capped-text";
import { type ListParams, pageAt, pageSteps, searchParam, sortParam } from "../accounts/list-params";
import { roleReason } from "../applications/role-reason";
import { CreateGroup } from "./create-group";
import { GroupsTable } from "./groups-table";

export const metadata: Metadata = { title: "Groups" };

interface PageProps {
  readonly params: Promise<{ id: string }>;
  readonly searchParams: Promise<ListParams>;
}

/** Every group of the instance, a page at a time. */
export default async function Page({ params, searchParams }: PageProps) {
  const { id } = await params;
  const state = await searchParams;
  const admin = await requireAdmin(id);
  const search = searchParam(state);
  const query = { search, ...sortParam(state, ["name", "created", "updated"]) };
  const page = await pageAt(state, (cursor) => listGroups(admin, { ...query, cursor }));
  const reason = roleReason(admin);
  const create = <CreateGroup instanceId={id} reason={reason} />;
  return (
    <>
      <PageHeader title="Groups" actions={create} />
      <SearchBox label="Search groups" placeholder="Name or id" />
      <GroupsTable
        instanceId={id}
        rows={page.rows}
        reason={reason}
        empty={search === undefined ? <NoneYet /> : <NoMatch search={search} />}
      />
      <Pager summary={pageText(page.rows.length, page.total, "group")} {...pageSteps(page)} />
    </>
  );
}

function NoneYet() {
  return (
    <EmptyState
      kind="none-yet"
      title="No groups yet"
      body="A group is a named set of accounts. Applications create groups by synchronizing; you can create one above."
    />
  );
}

function NoMatch({ search }: { readonly search: string }) {
  return (
    <EmptyState
      kind="no-match"
      title={`No group matches “${search}”`}
      body="The beginning of the name is searched, and the whole id."
      action={<ClearFilters />}
    />
  );
}
