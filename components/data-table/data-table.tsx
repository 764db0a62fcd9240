"use client";

import { createColumnHelper, metaHelper, tableFeatures, useTable } from "@tanstack/react-table";
import { type ReactNode, useMemo } from "react";
import type { MenuItem } from "../ui/menu";
import { useListUrl } from "../ui/use-list-url";
import type { Column, ColumnMeta } from "./column";
import { DataRow } from "./data-row";
import { HeaderCell } from "./header-cell";
import { parseSort } from "./sort";

/** The server sorts, filters and pages: the table needs its core alone. */
const features = tableFeatures({ columnMeta: metaHelper<ColumnMeta>() });

interface DataTableProps<Row> {
  /** Says what the table holds, to those who do not see it. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  /** What the row is called, in the name of its menu. */
  readonly rowName?: (row: Row) => string;
  /** Where the row leads; its first cell is the link, and the whole row can be pressed. */
  readonly rowHref?: (row: Row) => string;
  readonly rowMenu?: (row: Row) => readonly MenuItem[];
  /** How the server sorts when the URL does not say: `name`, `-created`. */
  readonly defaultSort?: string;
  /** An EmptyState, in place of the table. */
  readonly empty: ReactNode;
}

/** The one table: rows come from the server, the order is in the URL (`?sort=-created`). */
export function DataTable<Row extends object>({
  caption,
  columns,
  rows,
  rowId,
  rowName,
  rowHref,
  rowMenu,
  defaultSort,
  empty,
}: DataTableProps<Row>) {
  const { params, go, pending } = useListUrl();
  const definitions = useMemo(() => define(columns), [columns]);
  const table = useTable({ features, columns: definitions, data: rows, getRowId: rowId });
  const sorted = params.get("sort") ?? defaultSort;
  const sort = sorted === undefined ? undefined : parseSort(sorted);

  if (rows.length === 0) return <div className="rounded-lg border border-line bg-surface">{empty}</div>;
  return (
    <div className="@container">
      <div
        className={`rounded-lg border border-line bg-surface transition-opacity @max-[40rem]:overflow-x-auto ${pending ? "opacity-60" : ""}`}
      >
        <table aria-busy={pending} className="w-full border-separate border-spacing-0 text-table">
          <caption className="sr-only">{caption}</caption>
          <thead>
            {table.getHeaderGroups().map((group) => (
              <tr key={group.id}>
                {group.headers.map((header) => (
                  <HeaderCell
                    key={header.id}
                    id={header.column.id}
                    meta={header.column.columnDef.meta}
                    sort={sort}
                    onSort={(next) => go({ sort: next })}
                  >
                    <table.FlexRender header={header} />
                  </HeaderCell>
                ))}
                {rowMenu && (
                  <HeaderCell id="menu" meta={{ sortable: false, className: "w-10" }} sort={sort}>
                    <span className="sr-only">Actions</span>
                  </HeaderCell>
                )}
              </tr>
            ))}
          </thead>
          <tbody>
            {table.getRowModel().rows.map((row) => (
              <DataRow
                key={row.id}
                href={rowHref?.(row.original)}
                menu={rowMenu?.(row.original)}
                menuLabel={`Actions for ${rowName?.(row.original) ?? row.id}`}
                cells={row.getAllCells().map((cell) => ({
                  id: cell.column.id,
                  className: cell.column.columnDef.meta?.className ?? "",
                  content: <table.FlexRender cell={cell} />,
                }))}
              />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function define<Row extends object>(columns: readonly Column<Row>[]) {
  const helper = createColumnHelper<typeof features, Row>();
  return columns.map(({ id, header, cell, sortable = false, align, lesser }) =>
    helper.display({
      id,
      header,
      cell: ({ row }) => cell(row.original),
      meta: {
        sortable,
        className: `${align === "end" ? "text-right" : "text-left"} ${lesser ? "@max-[40rem]:hidden" : ""}`,
      },
    }),
  );
}
