import type { RowReport } from "@/lib/directory/accounts/import/report";

/** Gives the report to the browser as a CSV file, one line for each problem. */
export function saveReport(rows: readonly RowReport[]): void {
  const lines = rows.flatMap(({ row, username, outcome, problems }) =>
    problems.length === 0
      ? [[String(row), username, outcome, "", ""]]
      : problems.map(({ column, message }) => [String(row), username, outcome, column, message]),
  );
  const text = [["line", "username", "outcome", "column", "problem"], ...lines]
    .map((cells) => cells.map(cellOf).join(","))
    .join("\r\n");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([`\u{feff}${text}\r\n`], { type: "text/csv" }));
  link.download = "import-report.csv";
  link.click();
  URL.revokeObjectURL(link.href);
}

/** An apostrophe before what a spreadsheet would take for a formula. */
function cellOf(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
