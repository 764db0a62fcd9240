"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import type { Column } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { NameCell } from "@/components/data-table/name-cell";
import type { FieldUsage } from "@/lib/directory/extended-fields/field-usage";
import { FIELD_TYPE_NAMES } from "../field-words";
import { fieldsPath } from "../fields-path";
import { DeleteField } from "./delete-field";

interface FieldsTableProps {
  readonly instanceId: string;
  readonly rows: readonly FieldUsage[];
  readonly reason: string | undefined;
  readonly empty: ReactNode;
}

const COLUMNS: readonly Column<FieldUsage>[] = [
  {
    id: "name",
    header: "Field",
    cell: ({ field }) => <NameCell name={field.name} note={<span className="font-mono">{field.key}</span>} />,
  },
  { id: "type", header: "Type", cell: ({ field }) => FIELD_TYPE_NAMES[field.type] },
  { id: "rules", header: "Rules", lesser: true, cell: ({ field }) => rulesOf(field) },
  {
    id: "accounts",
    header: "Accounts with a value",
    align: "end",
    lesser: true,
    cell: ({ accounts }) => accounts.toLocaleString("en"),
  },
  {
    id: "applications",
    header: "Synchronized by",
    lesser: true,
    cell: ({ applications }) => {
      if (applications.length === 0) return <span className="text-muted">No application</span>;
      return applications.map(({ name }) => name).join(", ");
    },
  },
];

export function FieldsTable({ instanceId, rows, reason, empty }: FieldsTableProps) {
  const router = useRouter();
  const [deleted, setDeleted] = useState<FieldUsage>();
  const hrefOf = ({ field }: FieldUsage) => fieldsPath(instanceId, `/extended/${field.id}`);
  return (
    <>
      <DataTable
        caption="Extended fields"
        columns={COLUMNS}
        rows={rows}
        rowId={({ field }) => field.id}
        rowName={({ field }) => field.name}
        rowHref={hrefOf}
        rowMenu={(row) => [
          { label: "Edit", href: hrefOf(row), disabledReason: reason },
          "separator",
          { label: "Delete", tone: "danger", disabledReason: reason, onSelect: () => setDeleted(row) },
        ]}
        empty={empty}
      />
      {deleted && (
        <DeleteField
          instanceId={instanceId}
          usage={deleted}
          onClose={() => setDeleted(undefined)}
          onDone={() => router.refresh()}
        />
      )}
    </>
  );
}

function rulesOf({ required, unique, encrypted }: FieldUsage["field"]): string {
  const rules = [required && "required", unique && "unique", encrypted && "encrypted"]
    .filter(Boolean)
    .join(", ");
  return rules === "" ? "–" : rules.charAt(0).toUpperCase() + rules.slice(1);
}
