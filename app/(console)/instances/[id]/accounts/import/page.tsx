import { Download } from "lucide-react";
import type { Metadata } from "next";
import { Breadcrumbs } from "@/components/console/breadcrumbs";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { requireAdmin } from "@/lib/auth/session";
import { roleReason } from "../../applications/role-reason";
import { openTree } from "../../organizations/open-tree";
import { accountsPath } from "../account-path";
import { ImportForm } from "./import-form";

export const metadata: Metadata = { title: "Import accounts" };

interface PageProps {
  readonly params: Promise<{ id: string }>;
}

/** Accounts from a CSV file: checked first, then imported, all or none. */
export default async function Page({ params }: PageProps) {
  const { id } = await params;
  const admin = await requireAdmin(id);
  const reason = roleReason(admin);
  if (reason !== undefined) {
    return <EmptyState kind="not-allowed" title="You can't import accounts here" body={reason} level={1} />;
  }
  const { view } = await openTree(admin);
  return (
    <>
      <div className="flex flex-col gap-1">
        <Breadcrumbs crumbs={[{ label: "Accounts", href: accountsPath(id) }]} />
        <PageHeader
          title="Import accounts from CSV"
          actions={
            <ButtonLink
              href={accountsPath(id, undefined, "/import/template")}
              download
              icon={<Download aria-hidden className="size-4" />}
            >
              Download template
            </ButtonLink>
          }
        />
      </div>
      <ImportForm instanceId={id} root={{ id: view.organization.id, name: view.organization.name }} />
    </>
  );
}
