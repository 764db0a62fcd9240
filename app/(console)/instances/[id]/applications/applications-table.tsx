"use client";

import type { ReactNode } from "react";
import type { Column } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { NameCell } from "@/components/data-table/name-cell";
import { Badge } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/relative-time";
import type { ApplicationRow } from "@/lib/directory/applications/overview/list-application-rows";
import { applicationPath } from "./application-path";
import { TYPE_NAMES } from "./application-words";
import { EnabledBadge } from "./enabled-badge";

interface ApplicationsTableProps {
  readonly instanceId: string;
  readonly rows: readonly ApplicationRow[];
  readonly empty: ReactNode;
}

/** The applications with what one wants to know first: whether each works, and what is missing. */
export function ApplicationsTable({ instanceId, rows, empty }: ApplicationsTableProps) {
  return (
    <DataTable
      caption="Applications"
      columns={COLUMNS}
      rows={rows}
      rowId={({ id }) => id}
      rowName={({ name }) => name}
      rowHref={({ id }) => applicationPath(instanceId, id)}
      defaultSort="name"
      empty={empty}
    />
  );
}

const COLUMNS: readonly Column<ApplicationRow>[] = [
  {
    id: "name",
    header: "Name",
    sortable: true,
    cell: ({ name, type }) => <NameCell name={name} note={TYPE_NAMES[type]} />,
  },
  { id: "status", header: "Status", cell: ({ enabled }) => <EnabledBadge enabled={enabled} /> },
  { id: "setUp", header: "Set-up", cell: ({ setUp }) => <SetUp {...setUp} /> },
  { id: "tokens", header: "Tokens", lesser: true, cell: (row) => <Tokens row={row} /> },
  {
    id: "calls",
    header: "Calls, 24 h",
    sortable: true,
    align: "end",
    lesser: true,
    cell: ({ calls }) => calls.toLocaleString("en"),
  },
  {
    id: "failures",
    header: "Failures, 24 h",
    sortable: true,
    align: "end",
    lesser: true,
    cell: ({ failures }) => failures.toLocaleString("en"),
  },
  {
    id: "lastRequest",
    header: "Last request",
    sortable: true,
    lesser: true,
    cell: ({ lastRequest }) =>
      lastRequest ? <RelativeTime date={lastRequest} /> : <span className="text-muted">Never</span>,
  },
];

function SetUp({ done, of }: ApplicationRow["setUp"]) {
  if (done >= of) return <Badge tone="good">Complete</Badge>;
  return (
    <Badge tone="warn">
      {done} of {of} steps
    </Badge>
  );
}

function Tokens({ row: { workingTokens, lastExpiry } }: { readonly row: ApplicationRow }) {
  if (workingTokens === 0) return <span className="text-muted">None working</span>;
  return (
    <>
      {workingTokens} working
      {lastExpiry && (
        <span className="block text-meta text-muted">
          {workingTokens > 1 && "the last "}expires <RelativeTime date={lastExpiry} />
        </span>
      )}
    </>
  );
}
