import type { Metadata } from "next";
import { Breadcrumbs } from "@/components/console/breadcrumbs";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { requireAdmin } from "@/lib/auth/session";
import { getAccountDetail } from "@/lib/directory/accounts/admin/detail/get-account";
import { textOfFieldValue } from "@/lib/directory/extended-fields/field-text";
import { roleReason } from "../../../applications/role-reason";
import { accountsPath } from "../../account-path";
import { orNotFound } from "../../or-not-found";
import { EditAccountForm } from "./form";

export const metadata: Metadata = { title: "Edit account" };

interface PageProps {
  readonly params: Promise<{ id: string; account: string }>;
}

export default async function Page({ params }: PageProps) {
  const { id, account: accountId } = await params;
  const admin = await requireAdmin(id);
  const { account, fields } = await orNotFound(getAccountDetail(admin, accountId));
  const reason = roleReason(admin);
  if (reason !== undefined) {
    return <EmptyState kind="not-allowed" title="You can't edit accounts here" body={reason} level={1} />;
  }
  const extended = Object.entries(account.extended).map(
    ([key, value]) => [key, textOfFieldValue(value)] as const,
  );
  return (
    <div className="flex max-w-form flex-col gap-6">
      <div className="flex flex-col gap-1">
        <Breadcrumbs
          crumbs={[
            { label: "Accounts", href: accountsPath(id) },
            { label: account.username, href: accountsPath(id, accountId) },
          ]}
        />
        <PageHeader title={`Edit ${account.username}`} />
      </div>
      <EditAccountForm
        // Another version is another form: its fields begin with what is there now.
        key={account.version}
        instanceId={id}
        accountId={accountId}
        version={account.version}
        basic={{
          username: account.username,
          displayName: account.displayName ?? "",
          email: account.email ?? "",
          phoneRegion: account.phoneRegion ?? "",
          phoneNumber: account.phoneNumber ?? "",
        }}
        organization={{ id: account.organization.id, name: account.organization.name }}
        fields={fields}
        extended={Object.fromEntries(extended)}
        held={account.encryptedFields}
      />
    </div>
  );
}
