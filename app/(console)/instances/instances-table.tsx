"use client";

import type { ReactNode } from "react";
import type { Column } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { NameCell } from "@/components/data-table/name-cell";
import { ButtonLink } from "@/components/ui/button-link";
import { RelativeTime } from "@/components/ui/relative-time";

interface InstanceRow {
  readonly id: string;
  readonly name: string;
  /** Of who looks at it. */
  readonly role: string;
  readonly createdAt: Date;
}

interface InstancesTableProps {
  readonly rows: readonly InstanceRow[];
  readonly empty: ReactNode;
}

export function InstancesTable({ rows, empty }: InstancesTableProps) {
  return (
    <DataTable
      caption="The instances that you administer"
      columns={COLUMNS}
      rows={rows}
      rowId={({ id }) => id}
      empty={empty}
    />
  );
}

const COLUMNS: readonly Column<InstanceRow>[] = [
  {
    id: "name",
    header: "Name",
    cell: ({ id, name }) => <NameCell name={name} note={<span className="font-mono">{id}</span>} />,
  },
  { id: "role", header: "Your role", cell: ({ role }) => role },
  {
    id: "created",
    header: "Created",
    lesser: true,
    cell: ({ createdAt }) => <RelativeTime date={createdAt} />,
  },
  {
    id: "manage",
    header: "Actions",
    align: "end",
    cell: ({ id, name }) => (
      <ButtonLink href={`/instances/${id}`} size="small">
        Manage<span className="sr-only"> {name}</span>
      </ButtonLink>
    ),
  },
];
