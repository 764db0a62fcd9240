import { Download, Plus, Upload } from "lucide-react";
import type { Metadata } from "next";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import { ClearFilters } from "@/components/ui/clear-filters";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChips } from "@/components/ui/filter-chips";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { SearchBox } from "@/components/ui/search-box";
import { requireAdmin } from "@/lib/auth/session";
import { listAccounts } from "@/lib/directory/accounts/admin/list/list-accounts";
import { getInstance } from "@/lib/directory/instances/list-instances";
import { roleReason } from "../applications/role-reason";
import { accountsPath } from "./account-path";
import { accountQuery, isFiltered } from "./account-query";
import { passwordHint } from "./account-words";
import { AccountsTable } from "./accounts-table";
import { pageText } from "./capped-text";
import { accountFilters } from "./filters";
import { GuardedLink } from "./guarded-link";
import { type ListParams, pageAt, pageSteps } from "./list-params";
import { orNotFound } from "./or-not-found";

export const metadata: Metadata = { title: "Accounts" };

interface PageProps {
  readonly params: Promise<{ id: string }>;
  readonly searchParams: Promise<ListParams>;
}

/** Every account of the instance, a page at a time. */
export default async function Page({ params, searchParams }: PageProps) {
  const { id } = await params;
  const state = await searchParams;
  const admin = await requireAdmin(id);
  const query = accountQuery(state);
  const [page, filters, instance] = await Promise.all([
    orNotFound(pageAt(state, (cursor) => listAccounts(admin, { ...query, cursor }))),
    accountFilters(admin, state),
    getInstance(id),
  ]);
  const reason = roleReason(admin);
  const create = (
    <GuardedLink
      href={accountsPath(id, undefined, "/new")}
      reason={reason}
      variant="primary"
      icon={<Plus aria-hidden className="size-4" />}
    >
      Create account
    </GuardedLink>
  );
  const narrowed = query.search !== undefined || isFiltered(state);
  return (
    <>
      <PageHeader
        title="Accounts"
        actions={
          <>
            <ButtonLink
              href={exportHref(id, state)}
              download
              icon={<Download aria-hidden className="size-4" />}
            >
              Export CSV
            </ButtonLink>
            <GuardedLink
              href={accountsPath(id, undefined, "/import")}
              reason={reason}
              icon={<Upload aria-hidden className="size-4" />}
            >
              Import CSV
            </GuardedLink>
            {create}
          </>
        }
      />
      <div className="flex flex-wrap items-start gap-2">
        <SearchBox label="Search accounts" placeholder="Username, name, email or id" />
        <FilterChips filters={filters} />
      </div>
      <AccountsTable
        instanceId={id}
        rows={page.rows}
        passwordHint={passwordHint(instance.settings.passwordPolicy)}
        reason={reason}
        empty={narrowed ? <NoMatch search={query.search} /> : <NoneYet action={create} />}
      />
      <Pager summary={pageText(page.rows.length, page.total, "account")} {...pageSteps(page)} />
    </>
  );
}

/** The same list as a file: what is searched and filtered, all pages of it. */
function exportHref(id: string, state: ListParams): string {
  const kept = Object.entries(state).filter(([name]) => name !== "after" && name !== "before");
  const query = new URLSearchParams(
    kept.flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
  return `${accountsPath(id, undefined, "/export")}${query.size > 0 ? `?${query}` : ""}`;
}

function NoneYet({ action }: { readonly action: ReactNode }) {
  return (
    <EmptyState
      kind="none-yet"
      title="No accounts yet"
      body="An account is a user of this directory. Applications create them by synchronizing; you can create them here or import a CSV file."
      action={action}
    />
  );
}

function NoMatch({ search }: { readonly search: string | undefined }) {
  return (
    <EmptyState
      kind="no-match"
      title={search === undefined ? "No account meets these filters" : `No account matches “${search}”`}
      body="The beginning of the username, display name and email is searched, and the whole id."
      action={<ClearFilters />}
    />
  );
}
