"use client";

import type { Column } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { NameCell } from "@/components/data-table/name-cell";
import type { Period } from "@/lib/directory/monitoring/query";
import type { MonitoredApplication } from "@/lib/directory/monitoring/read-monitoring";
import { percentText } from "./percent-text";

interface ApplicationsTableProps {
  readonly instanceId: string;
  readonly period: Period;
  readonly rows: readonly MonitoredApplication[];
}

/** The applications that called, the busiest first; each leads to its own charts. */
export function ApplicationsTable({ instanceId, period, rows }: ApplicationsTableProps) {
  return (
    <DataTable
      caption="Calls by application"
      columns={COLUMNS}
      rows={rows}
      rowId={({ id }) => id}
      rowHref={({ id }) => `/instances/${instanceId}/monitoring?application=${id}&period=${period}`}
      empty={null}
    />
  );
}

const COLUMNS: readonly Column<MonitoredApplication>[] = [
  {
    id: "application",
    header: "Application",
    cell: ({ id, name }) =>
      name === undefined ? <NameCell name={id} note="Deleted" /> : <NameCell name={name} />,
  },
  { id: "calls", header: "Calls", align: "end", cell: ({ calls }) => calls.toLocaleString("en") },
  { id: "failures", header: "Failures", align: "end", cell: ({ failures }) => failures.toLocaleString("en") },
  {
    id: "rate",
    header: "Failure rate",
    align: "end",
    lesser: true,
    cell: ({ failures, calls }) => percentText(failures, calls),
  },
];
