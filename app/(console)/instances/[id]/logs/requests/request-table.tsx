"use client";

import type { ReactNode } from "react";
import type { Column } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { NameCell } from "@/components/data-table/name-cell";
import { RelativeTime } from "@/components/ui/relative-time";
import { useListUrl } from "@/components/ui/use-list-url";
import type { RequestSummary } from "@/lib/directory/logs/requests/list/pages/store";
import { StatusCode } from "./status-code";

/** A call and the name of the application that made it. */
export interface RequestRow extends RequestSummary {
  readonly application: string;
}

interface RequestTableProps {
  readonly rows: readonly RequestRow[];
  readonly empty: ReactNode;
}

/** A row opens the call beside the list, on the same page of it. */
export function RequestTable({ rows, empty }: RequestTableProps) {
  const { params, href } = useListUrl();
  const after = params.get("after") ?? undefined;
  const before = params.get("before") ?? undefined;
  return (
    <DataTable
      caption="Calls, newest first"
      columns={COLUMNS}
      rows={rows}
      rowId={({ id }) => id}
      rowHref={({ id, time }) =>
        href({ request: id, time: time.toISOString(), live: undefined, after, before })
      }
      empty={empty}
    />
  );
}

const COLUMNS: readonly Column<RequestRow>[] = [
  {
    id: "call",
    header: "Call",
    cell: ({ method, path, detail }) => (
      <NameCell
        name={
          <span className="block truncate font-mono text-code" title={`${method} ${path}`}>
            {`${method} ${path.replace(/^\/scim\/v2/, "")}`}
          </span>
        }
        note={detail}
      />
    ),
  },
  {
    id: "status",
    header: "Status",
    cell: ({ status, scimType }) => <StatusCode status={status} scimType={scimType} />,
  },
  { id: "application", header: "Application", cell: ({ application }) => application, lesser: true },
  {
    id: "ignored",
    header: "Ignored",
    align: "end",
    lesser: true,
    cell: ({ ignored }) => (ignored.length === 0 ? "" : ignored.length),
  },
  {
    id: "duration",
    header: "Duration",
    align: "end",
    lesser: true,
    cell: ({ durationMs }) => <span className="whitespace-nowrap">{durationText(durationMs)}</span>,
  },
  { id: "time", header: "Time", cell: ({ time }) => <RelativeTime date={time} /> },
];

function durationText(milliseconds: number): string {
  return `${milliseconds < 10 ? milliseconds.toFixed(1) : Math.round(milliseconds)} ms`;
}
