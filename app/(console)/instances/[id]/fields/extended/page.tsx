import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { requireAdmin } from "@/lib/auth/session";
import { listFieldUsage } from "@/lib/directory/extended-fields/field-usage";
import { GuardedLink } from "../../accounts/guarded-link";
import { roleReason } from "../../applications/role-reason";
import { FieldTabs } from "../field-tabs";
import { fieldsPath } from "../fields-path";
import { FieldsTable } from "./fields-table";

export const metadata: Metadata = { title: "Extended fields" };

interface PageProps {
  readonly params: Promise<{ id: string }>;
}

/** What this instance adds to its accounts, and who uses it. */
export default async function Page({ params }: PageProps) {
  const { id } = await params;
  const admin = await requireAdmin(id);
  const rows = await listFieldUsage(admin);
  const reason = roleReason(admin);
  const create = (
    <GuardedLink
      href={fieldsPath(id, "/extended/new")}
      reason={reason}
      variant="primary"
      icon={<Plus aria-hidden className="size-4" />}
    >
      Create field
    </GuardedLink>
  );
  return (
    <>
      <PageHeader title="Fields" actions={rows.length > 0 && create} />
      <FieldTabs instanceId={id} />
      <FieldsTable
        instanceId={id}
        rows={rows}
        reason={reason}
        empty={
          <EmptyState
            kind="none-yet"
            title="No extended fields yet"
            body="An extended field is an attribute that you add to every account, such as a cost center. Applications write it once it is one of their sync target fields."
            action={create}
          />
        }
      />
    </>
  );
}
