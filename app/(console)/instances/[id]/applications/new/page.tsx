import type { Metadata } from "next";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { requireAdmin } from "@/lib/auth/session";
import { roleReason } from "../role-reason";
import { NewApplicationForm } from "./form";

export const metadata: Metadata = { title: "Add application" };

interface PageProps {
  readonly params: Promise<{ id: string }>;
}

/** Standard protocols or Custom applications, and a name; then the application's own page. */
export default async function Page({ params }: PageProps) {
  const { id } = await params;
  const reason = roleReason(await requireAdmin(id));
  if (reason !== undefined) {
    return <EmptyState kind="not-allowed" title="You can't add applications here" body={reason} level={1} />;
  }
  return (
    <div className="flex max-w-form flex-col gap-6">
      <PageHeader title="Add application" />
      <NewApplicationForm instanceId={id} />
    </div>
  );
}
