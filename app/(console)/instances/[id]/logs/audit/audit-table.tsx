"use client";

import type { ReactNode } from "react";
import type { Column } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { NameCell } from "@/components/data-table/name-cell";
import { RelativeTime } from "@/components/ui/relative-time";
import { useListUrl } from "@/components/ui/use-list-url";
import type { IdentifiedAuditEntry } from "@/lib/directory/logs/audit/list/page-audit";
import { actionText, actorKindText } from "./words";

interface AuditTableProps {
  readonly rows: readonly IdentifiedAuditEntry[];
  readonly empty: ReactNode;
}

/** A row opens the change beside the list, on the same page of it. */
export function AuditTable({ rows, empty }: AuditTableProps) {
  const { params, href } = useListUrl();
  const after = params.get("after") ?? undefined;
  const before = params.get("before") ?? undefined;
  return (
    <DataTable
      caption="Changes, newest first"
      columns={COLUMNS}
      rows={rows}
      rowId={({ id }) => id}
      rowHref={({ id }) => href({ entry: id, live: undefined, after, before })}
      empty={empty}
    />
  );
}

const COLUMNS: readonly Column<IdentifiedAuditEntry>[] = [
  {
    id: "change",
    header: "Change",
    cell: ({ action, target }) => <NameCell name={actionText(action)} note={target.name} />,
  },
  {
    id: "actor",
    header: "By",
    cell: ({ actor }) => (
      <span className="flex flex-col">
        <span className="wrap-anywhere">{actor.name}</span>
        <span className="text-meta text-muted">{actorKindText(actor.kind)}</span>
      </span>
    ),
  },
  {
    id: "address",
    header: "From",
    cell: ({ actor }) => <span className="font-mono text-code">{actor.address}</span>,
    lesser: true,
  },
  { id: "time", header: "Time", cell: ({ time }) => <RelativeTime date={time} /> },
];
