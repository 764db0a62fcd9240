/** Why a row cannot be imported, by the column that is at fault. */
export interface RowProblem {
  readonly column: string;
  readonly message: string;
}

/** What would happen, or happened, to one row. */
export interface RowReport {
  /** The line of the file on which it begins; the header is line 1. */
  readonly row: number;
  readonly username: string;
  readonly outcome: "create" | "error";
  readonly problems: readonly RowProblem[];
}

/** What came of an import. Nothing is imported unless every row is good. */
export interface ImportReport {
  readonly imported: boolean;
  readonly dryRun: boolean;
  readonly total: number;
  readonly good: number;
  readonly bad: number;
  readonly rows: readonly RowReport[];
  /** Why the file cannot be read at all; there are no rows then. */
  readonly fileProblem: string | undefined;
}

export interface ImportProgress {
  readonly phase: "read" | "check" | "hash" | "write";
  readonly done: number;
  readonly total: number;
}

export function fileReport(dryRun: boolean, fileProblem: string): ImportReport {
  return { imported: false, dryRun, total: 0, good: 0, bad: 0, rows: [], fileProblem };
}

export function rowsReport(dryRun: boolean, imported: boolean, rows: readonly RowReport[]): ImportReport {
  const bad = rows.filter(({ outcome }) => outcome === "error").length;
  return { imported, dryRun, total: rows.length, good: rows.length - bad, bad, rows, fileProblem: undefined };
}
