import type { Metadata } from "next";
import { Breadcrumbs } from "@/components/console/breadcrumbs";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { requireAdmin } from "@/lib/auth/session";
import { textOfFieldValue } from "@/lib/directory/extended-fields/field-text";
import { listFields } from "@/lib/directory/extended-fields/list-fields";
import { getInstance } from "@/lib/directory/instances/list-instances";
import { roleReason } from "../../applications/role-reason";
import { openTree } from "../../organizations/open-tree";
import { accountsPath } from "../account-path";
import { passwordHint } from "../account-words";
import { type ListParams, textParam } from "../list-params";
import { orNotFound } from "../or-not-found";
import { NewAccountForm } from "./form";

export const metadata: Metadata = { title: "Create account" };

interface PageProps {
  readonly params: Promise<{ id: string }>;
  readonly searchParams: Promise<ListParams>;
}

/** A new account, in the organization that was selected in the tree. */
export default async function Page({ params, searchParams }: PageProps) {
  const { id } = await params;
  const at = textParam(await searchParams, "organization");
  const admin = await requireAdmin(id);
  const reason = roleReason(admin);
  if (reason !== undefined) {
    return <EmptyState kind="not-allowed" title="You can't create accounts here" body={reason} level={1} />;
  }
  const [{ view }, fields, { settings }] = await Promise.all([
    orNotFound(openTree(admin, at)),
    listFields(admin),
    getInstance(id),
  ]);
  const defaults = fields.flatMap(({ key, defaultValue }) =>
    defaultValue === undefined ? [] : [[key, textOfFieldValue(defaultValue)] as const],
  );
  const { id: organizationId, name } = view.organization;
  return (
    <div className="flex max-w-form flex-col gap-6">
      <div className="flex flex-col gap-1">
        <Breadcrumbs crumbs={[{ label: "Accounts", href: accountsPath(id) }]} />
        <PageHeader title="Create account" />
      </div>
      <NewAccountForm
        instanceId={id}
        organization={{ id: organizationId, name }}
        fields={fields}
        defaults={Object.fromEntries(defaults)}
        passwordHint={passwordHint(settings.passwordPolicy)}
      />
    </div>
  );
}
