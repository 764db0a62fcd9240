import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import type { ReactNode } from "react";
import type { ColumnMeta } from "./column";
import { nextSort, type Sort } from "./sort";

interface HeaderCellProps {
  readonly id: string;
  readonly meta: ColumnMeta | undefined;
  readonly sort: Sort | undefined;
  readonly onSort?: (sort: string) => void;
  readonly children: ReactNode;
}

/** A column's header; a button that sorts where the server can. It stays in sight while the rows scroll. */
export function HeaderCell({ id, meta, sort, onSort, children }: HeaderCellProps) {
  const active = sort?.column === id ? sort : undefined;
  const order = active?.descending ? "descending" : "ascending";
  const Icon = active ? (active.descending ? ArrowDown : ArrowUp) : ChevronsUpDown;
  return (
    <th
      scope="col"
      aria-sort={active && order}
      className={`sticky top-0 z-10 h-9 border-line border-b bg-surface px-2 font-medium text-muted first:rounded-tl-lg first:pl-4 last:rounded-tr-lg last:pr-4 @max-[40rem]:px-1.5 @max-[40rem]:first:pl-3 @max-[40rem]:last:pr-1.5 ${meta?.className ?? ""}`}
    >
      {meta?.sortable ? (
        <button
          type="button"
          onClick={() => onSort?.(nextSort(sort, id))}
          className={`-mx-2 inline-flex min-h-8 items-center gap-1 rounded-md px-2 hover:text-text ${active ? "text-text" : ""}`}
        >
          {children}
          <Icon aria-hidden className="size-3.5 shrink-0" />
        </button>
      ) : (
        children
      )}
    </th>
  );
}
