import type { Metadata } from "next";
import Link from "next/link";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChips } from "@/components/ui/filter-chips";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { SearchBox } from "@/components/ui/search-box";
import { Section } from "@/components/ui/section";
import { requireAdmin } from "@/lib/auth/session";
import { listAccounts } from "@/lib/directory/accounts/admin/list/list-accounts";
import { getInstance } from "@/lib/directory/instances/list-instances";
import type { OrganizationView } from "@/lib/directory/organizations/pages/read-organization";
import { accountsPath } from "../accounts/account-path";
import { accountQuery } from "../accounts/account-query";
import { passwordHint } from "../accounts/account-words";
import { AccountsTable } from "../accounts/accounts-table";
import { pageText } from "../accounts/capped-text";
import { GuardedLink } from "../accounts/guarded-link";
import { type ListParams, pageAt, pageSteps, textParam } from "../accounts/list-params";
import { orNotFound } from "../accounts/or-not-found";
import { roleReason } from "../applications/role-reason";
import { openTree } from "./open-tree";
import { OrganizationActions } from "./organization-actions";
import { OrganizationList } from "./organization-list";
import { organizationsPath } from "./organizations-path";
import { TreePanel } from "./tree-panel";

export const metadata: Metadata = { title: "Organizations" };

interface PageProps {
  readonly params: Promise<{ id: string }>;
  readonly searchParams: Promise<ListParams>;
}

/** The tree at the left; what the selected organization holds at the right. */
export default async function Page({ params, searchParams }: PageProps) {
  const { id } = await params;
  const state = await searchParams;
  const admin = await requireAdmin(id);
  const { view, nodes, children } = await orNotFound(openTree(admin, textParam(state, "at")));
  const { organization, path } = view;
  const query = { ...accountQuery(state), organizationId: organization.id };
  const [page, { settings }] = await Promise.all([
    orNotFound(pageAt(state, (cursor) => listAccounts(admin, { ...query, cursor }))),
    getInstance(id),
  ]);
  const reason = roleReason(admin);
  const create = (
    <GuardedLink
      href={`${accountsPath(id, undefined, "/new")}?organization=${organization.id}`}
      reason={reason}
    >
      Create account
    </GuardedLink>
  );
  return (
    <>
      <PageHeader title="Organizations" />
      <div className="grid gap-6 lg:grid-cols-[16rem_minmax(0,1fr)]">
        <TreePanel
          instanceId={id}
          nodes={nodes}
          open={path.map((above) => above.id)}
          selected={organization.id}
        />
        <div className="flex min-w-0 flex-col gap-8">
          <Section
            title={organization.name}
            description={aboutText(view)}
            actions={<OrganizationActions instanceId={id} view={view} reason={reason} />}
          >
            {children.length > 0 ? (
              <OrganizationList instanceId={id} organizations={children} />
            ) : (
              <p className="text-muted">No organization stands below it.</p>
            )}
          </Section>
          <Section title="Accounts" actions={create}>
            <div className="flex flex-wrap items-start gap-2">
              <SearchBox label="Search accounts" placeholder="Username, name, email or id" />
              <FilterChips
                filters={[
                  {
                    param: "below",
                    label: "Organizations below",
                    options: [{ value: "no", label: "Left out" }],
                  },
                  {
                    param: "status",
                    label: "Status",
                    options: [
                      { value: "enabled", label: "Enabled" },
                      { value: "disabled", label: "Disabled" },
                    ],
                  },
                ]}
              />
            </div>
            <AccountsTable
              instanceId={id}
              rows={page.rows}
              passwordHint={passwordHint(settings.passwordPolicy)}
              reason={reason}
              narrow
              empty={
                <NoAccounts
                  narrowed={query.search !== undefined || query.status !== undefined}
                  clear={organizationsPath(id, organization.id)}
                />
              }
            />
            <Pager summary={pageText(page.rows.length, page.total, "account")} {...pageSteps(page)} />
          </Section>
        </div>
      </div>
    </>
  );
}

/** Its description, or else where it stands. The root stands alone. */
function aboutText({ organization, path }: OrganizationView): string | undefined {
  if (organization.description !== "") return organization.description;
  return path.length > 1 ? path.map(({ name }) => name).join(" / ") : undefined;
}

function NoAccounts({ narrowed, clear }: { readonly narrowed: boolean; readonly clear: string }) {
  if (!narrowed) {
    return (
      <EmptyState
        kind="none-yet"
        title="No accounts here"
        body="Accounts come here by an application whose target organization this is, by an import, or by hand."
        level={3}
      />
    );
  }
  return (
    <EmptyState
      kind="no-match"
      title="No account here matches"
      action={
        <Link className="link" href={clear}>
          Clear filters
        </Link>
      }
      level={3}
    />
  );
}
