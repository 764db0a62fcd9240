import type { ReactNode } from "react";

/** A column as a reader sees it. The first one names the row. */
export interface Column<Row> {
  /** Also the word in the URL when the table is sorted by it. */
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** The server can order by it. */
  readonly sortable?: boolean;
  /** Numbers stand right. */
  readonly align?: "end";
  /** Goes where it is narrow (under 640 px). */
  readonly lesser?: boolean;
}

/** What the table itself keeps of a column. */
export interface ColumnMeta {
  readonly sortable: boolean;
  readonly className: string;
}
