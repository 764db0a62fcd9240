import type { Metadata } from "next";
import { Breadcrumbs } from "@/components/console/breadcrumbs";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { requireAdmin } from "@/lib/auth/session";
import { roleReason } from "../../../applications/role-reason";
import { fieldsPath } from "../../fields-path";
import { NewFieldForm } from "./form";

export const metadata: Metadata = { title: "Create field" };

interface PageProps {
  readonly params: Promise<{ id: string }>;
}

export default async function Page({ params }: PageProps) {
  const { id } = await params;
  const reason = roleReason(await requireAdmin(id));
  if (reason !== undefined) {
    return <EmptyState kind="not-allowed" title="You can't create fields here" body={reason} level={1} />;
  }
  return (
    <div className="flex max-w-form flex-col gap-6">
      <div className="flex flex-col gap-1">
        <Breadcrumbs crumbs={[{ label: "Extended fields", href: fieldsPath(id, "/extended") }]} />
        <PageHeader title="Create field" />
      </div>
      <NewFieldForm instanceId={id} />
    </div>
  );
}
