import type { Metadata } from "next";
import Link from "next/link";
import { Breadcrumbs } from "@/components/console/breadcrumbs";
import { ClearFilters } from "@/components/ui/clear-filters";
import { CopyButton } from "@/components/ui/copy-button";
import { DescriptionList } from "@/components/ui/description-list";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { RelativeTime } from "@/components/ui/relative-time";
import { SearchBox } from "@/components/ui/search-box";
import { Section } from "@/components/ui/section";
import { requireAdmin } from "@/lib/auth/session";
import type { GroupView } from "@/lib/directory/groups/admin/group-view";
import { getGroupView, listMembers } from "@/lib/directory/groups/admin/read-groups";
import { pageText } from "../../accounts/capped-text";
import { type ListParams, pageAt, pageSteps, searchParam } from "../../accounts/list-params";
import { orNotFound } from "../../accounts/or-not-found";
import { applicationPath } from "../../applications/application-path";
import { roleReason } from "../../applications/role-reason";
import { groupsPath } from "../groups-path";
import { AddMembers } from "./add-members";
import { GroupActions } from "./group-actions";
import { MembersTable } from "./members-table";

export const metadata: Metadata = { title: "Group" };

interface PageProps {
  readonly params: Promise<{ id: string; group: string }>;
  readonly searchParams: Promise<ListParams>;
}

/** A group, who synchronizes it, and its members. */
export default async function Page({ params, searchParams }: PageProps) {
  const { id, group: groupId } = await params;
  const state = await searchParams;
  const admin = await requireAdmin(id);
  const search = searchParam(state);
  const [group, members] = await Promise.all([
    orNotFound(getGroupView(admin, groupId)),
    orNotFound(pageAt(state, (cursor) => listMembers(admin, groupId, { search, cursor }))),
  ]);
  const reason = roleReason(admin);
  return (
    <>
      <div className="flex flex-col gap-1">
        <Breadcrumbs crumbs={[{ label: "Groups", href: groupsPath(id) }]} />
        <PageHeader
          title={group.displayName}
          meta={
            <>
              <span className="wrap-anywhere font-mono text-code">{group.id}</span>
              <CopyButton value={group.id} label="Copy group id" iconOnly />
            </>
          }
          actions={
            <GroupActions
              instanceId={id}
              group={{
                id: group.id,
                displayName: group.displayName,
                version: group.version,
                members: group.members,
              }}
              reason={reason}
            />
          }
        />
      </div>
      <div className="flex flex-col gap-8">
        <Section title="About">
          <DescriptionList items={about(id, group)} />
        </Section>
        <Section
          title="Members"
          actions={<AddMembers instanceId={id} groupId={group.id} name={group.displayName} reason={reason} />}
        >
          <SearchBox label="Search members" placeholder="Username, name, email or id" />
          <MembersTable
            instanceId={id}
            groupId={group.id}
            name={group.displayName}
            rows={members.rows}
            reason={reason}
            empty={
              search === undefined ? (
                <EmptyState
                  kind="none-yet"
                  title="No members yet"
                  body="Add accounts, or let an application do it."
                  level={3}
                />
              ) : (
                <EmptyState
                  kind="no-match"
                  title={`No member matches “${search}”`}
                  action={<ClearFilters />}
                  level={3}
                />
              )
            }
          />
          <Pager summary={pageText(members.rows.length, members.total, "member")} {...pageSteps(members)} />
        </Section>
      </div>
    </>
  );
}

function about(instanceId: string, group: GroupView) {
  const link = (applicationId: string, name: string) => (
    <Link key={applicationId} className="link mr-3" href={applicationPath(instanceId, applicationId)}>
      {name}
    </Link>
  );
  return [
    { term: "Source", value: group.sourceApplication?.name ?? "Console" },
    {
      term: "In the scope of",
      value:
        group.inScopeOf.length > 0 ? group.inScopeOf.map(({ id, name }) => link(id, name)) : "No application",
    },
    ...group.externalIds.map(({ applicationName, externalId }) => ({
      term: `External id at ${applicationName}`,
      value: externalId,
      mono: true,
    })),
    { term: "Created", value: <RelativeTime date={group.createdAt} /> },
    { term: "Last change", value: <RelativeTime date={group.updatedAt} /> },
  ];
}
