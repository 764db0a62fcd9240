"use client";

import type { Column } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { NameCell } from "@/components/data-table/name-cell";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import type { TopError } from "@/lib/directory/monitoring/store";
import { adviceFor } from "../logs/requests/advice";
import { StatusCode } from "../logs/requests/status-code";

interface TopErrorsProps {
  readonly instanceId: string;
  readonly errors: readonly TopError[];
}

/** What failed most; each leads to the latest of its kind in the request log. */
export function TopErrors({ instanceId, errors }: TopErrorsProps) {
  return (
    <DataTable
      caption="Most frequent failures"
      columns={COLUMNS}
      rows={errors}
      rowId={({ lastId }) => lastId}
      rowHref={({ lastId, lastTime }) =>
        `/instances/${instanceId}/logs?status=failed&request=${lastId}&time=${encodeURIComponent(lastTime.toISOString())}`
      }
      empty={<EmptyState kind="none-yet" level={3} title="No call failed" />}
    />
  );
}

const COLUMNS: readonly Column<TopError>[] = [
  {
    id: "failure",
    header: "Failure",
    cell: (error) => <NameCell name={adviceFor(error)?.title} note={error.detail} />,
  },
  {
    id: "status",
    header: "Status",
    cell: ({ status, scimType }) => <StatusCode status={status} scimType={scimType} />,
  },
  { id: "count", header: "Failures", align: "end", cell: ({ failures }) => failures.toLocaleString("en") },
  { id: "last", header: "Last", lesser: true, cell: ({ lastTime }) => <RelativeTime date={lastTime} /> },
];
