import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "@/components/console/breadcrumbs";
import { DescriptionList } from "@/components/ui/description-list";
import { PageHeader } from "@/components/ui/page-header";
import { requireAdmin } from "@/lib/auth/session";
import { textOfFieldValue } from "@/lib/directory/extended-fields/field-text";
import { listFieldUsage } from "@/lib/directory/extended-fields/field-usage";
import { roleReason } from "../../../applications/role-reason";
import { FIELD_TYPE_NAMES } from "../../field-words";
import { fieldsPath } from "../../fields-path";
import { DeleteFieldButton } from "./delete-field-button";
import { EditFieldForm } from "./form";

export const metadata: Metadata = { title: "Extended field" };

interface PageProps {
  readonly params: Promise<{ id: string; field: string }>;
}

/** One field: what is fixed, what may change, and its end. */
export default async function Page({ params }: PageProps) {
  const { id, field: fieldId } = await params;
  const admin = await requireAdmin(id);
  const usage = (await listFieldUsage(admin)).find(({ field }) => field.id === fieldId) ?? notFound();
  const { field, seen, accounts, applications } = usage;
  const reason = roleReason(admin);
  return (
    <div className="flex max-w-form flex-col gap-6">
      <div className="flex flex-col gap-1">
        <Breadcrumbs crumbs={[{ label: "Extended fields", href: fieldsPath(id, "/extended") }]} />
        <PageHeader
          title={field.name}
          actions={
            <DeleteFieldButton instanceId={id} usage={{ field, accounts, applications }} reason={reason} />
          }
        />
      </div>
      <DescriptionList
        items={[
          { term: "Key", value: field.key, mono: true },
          { term: "Type", value: FIELD_TYPE_NAMES[field.type] },
          { term: "Unique", value: field.unique ? "Yes" : "No" },
          { term: "Encrypted at rest", value: field.encrypted ? "Yes" : "No" },
          { term: "Accounts with a value", value: accounts.toLocaleString("en") },
          {
            term: "Synchronized by",
            value: applications.map(({ name }) => name).join(", ") || "No application",
          },
        ]}
      />
      <EditFieldForm
        // Another state of the field is another form: it begins with what is there now.
        key={seen}
        instanceId={id}
        field={field}
        seen={seen}
        defaultText={field.defaultValue === undefined ? "" : textOfFieldValue(field.defaultValue)}
        reason={reason}
      />
    </div>
  );
}
