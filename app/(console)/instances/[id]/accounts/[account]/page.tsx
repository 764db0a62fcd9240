import type { Metadata } from "next";
import Link from "next/link";
import { Breadcrumbs } from "@/components/console/breadcrumbs";
import { CopyButton } from "@/components/ui/copy-button";
import { DescriptionList } from "@/components/ui/description-list";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { requireAdmin } from "@/lib/auth/session";
import { listAccountHistory } from "@/lib/directory/accounts/admin/detail/account-history";
import { type AccountDetail, getAccountDetail } from "@/lib/directory/accounts/admin/detail/get-account";
import { getInstance } from "@/lib/directory/instances/list-instances";
import { applicationPath } from "../../applications/application-path";
import { roleReason } from "../../applications/role-reason";
import { organizationsPath } from "../../organizations/organizations-path";
import { accountsPath } from "../account-path";
import { passwordHint, SOURCE_NAMES } from "../account-words";
import { type ListParams, pageAt, pageSteps, textParam } from "../list-params";
import { orNotFound } from "../or-not-found";
import { StatusBadge } from "../status-badge";
import { AccountActions } from "./account-actions";
import { AccountGroups } from "./account-groups";
import { AccountHistory } from "./account-history";
import { basicValues, extendedValues } from "./values";

export const metadata: Metadata = { title: "Account" };

interface PageProps {
  readonly params: Promise<{ id: string; account: string }>;
  readonly searchParams: Promise<ListParams>;
}

const HISTORY_PAGE = 20;

/** The application that created it, by name as far as it still knows the account. */
function sourceText({ account, externalIds }: AccountDetail): string {
  const creator = externalIds.find(({ applicationId }) => applicationId === account.sourceApplicationId);
  return creator?.applicationName ?? SOURCE_NAMES[account.source];
}

/** Everything there is to know of an account, and where each value came from. */
export default async function Page({ params, searchParams }: PageProps) {
  const { id, account: accountId } = await params;
  const state = await searchParams;
  const admin = await requireAdmin(id);
  const [detail, history, { settings }] = await Promise.all([
    orNotFound(getAccountDetail(admin, accountId)),
    pageAt(state, (cursor) => listAccountHistory(admin, accountId, { cursor, limit: HISTORY_PAGE })),
    getInstance(id),
  ]);
  const { account, externalIds, organizationPath } = detail;
  const later = textParam(state, "after") ?? textParam(state, "before");
  return (
    <>
      <div className="flex flex-col gap-1">
        <Breadcrumbs crumbs={[{ label: "Accounts", href: accountsPath(id) }]} />
        <PageHeader
          title={account.displayName ?? account.username}
          meta={
            <>
              <StatusBadge status={account.status} />
              <span className="wrap-anywhere font-mono text-code">{account.id}</span>
              <CopyButton value={account.id} label="Copy account id" iconOnly />
            </>
          }
          actions={
            <AccountActions
              instanceId={id}
              account={{
                id: account.id,
                username: account.username,
                version: account.version,
                status: account.status,
              }}
              passwordHint={passwordHint(settings.passwordPolicy)}
              reason={roleReason(admin)}
            />
          }
        />
      </div>
      <div className="flex flex-col gap-8">
        <Section title="Basic fields" description="Under each value, who wrote it last.">
          <DescriptionList items={basicValues(id, detail)} />
        </Section>
        {detail.fields.length > 0 && (
          <Section title="Extended fields">
            <DescriptionList items={extendedValues(id, detail)} />
          </Section>
        )}
        <Section title="Organization">
          <nav aria-label="Organization path">
            <ol className="flex flex-wrap gap-x-1.5">
              {organizationPath.map(({ id: at, name }, index) => (
                <li key={at} className="wrap-anywhere">
                  <Link className="link" href={organizationsPath(id, at)}>
                    {name}
                  </Link>
                  {index < organizationPath.length - 1 && <span className="ml-1.5 text-muted">/</span>}
                </li>
              ))}
            </ol>
          </nav>
        </Section>
        <AccountGroups instanceId={id} groups={account.groups} />
        <Section
          title="External ids"
          description="What each application that synchronizes this account knows it by."
        >
          {externalIds.length === 0 ? (
            <p className="text-muted">No application has given it an external id.</p>
          ) : (
            <DescriptionList
              items={externalIds.map(({ applicationId, applicationName, externalId }) => ({
                term: applicationName,
                value: (
                  <Link className="hover:underline" href={applicationPath(id, applicationId)}>
                    {externalId}
                  </Link>
                ),
                mono: true,
              }))}
            />
          )}
        </Section>
        <Section title="Record">
          <DescriptionList
            items={[
              { term: "Source", value: sourceText(detail) },
              { term: "Created", value: <RelativeTime date={account.createdAt} /> },
              { term: "Last change", value: <RelativeTime date={account.updatedAt} /> },
            ]}
          />
        </Section>
        <Section title="History" description="Every change of this account, newest first." id="history">
          <AccountHistory
            entries={history.rows}
            organizations={new Map(organizationPath.map(({ id: at, name }) => [at, name]))}
          />
          {(history.next !== undefined || later !== undefined) && (
            <Pager summary={`${history.rows.length} entries`} {...pageSteps(history)} />
          )}
        </Section>
      </div>
    </>
  );
}
