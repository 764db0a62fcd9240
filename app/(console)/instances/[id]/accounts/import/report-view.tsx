"use client";

import { Download } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { Column } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { NameCell } from "@/components/data-table/name-cell";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import type { ImportReport, RowReport } from "@/lib/directory/accounts/import/report";
import { counted } from "../../applications/application-words";
import { saveReport } from "./save-report";

interface ReportViewProps {
  readonly report: ImportReport;
  /** What comes next. */
  readonly action: ReactNode;
}

const ROWS_A_PAGE = 100;

/** What each row of the file did, or would do: first those that are wrong. */
export function ReportView({ report, action }: ReportViewProps) {
  const [shown, setShown] = useState(ROWS_A_PAGE);
  if (report.fileProblem !== undefined) {
    return (
      <Callout tone="bad" title="The file can't be imported">
        {report.fileProblem}
      </Callout>
    );
  }
  const rows = [
    ...report.rows.filter(({ outcome }) => outcome === "error"),
    ...report.rows.filter(({ outcome }) => outcome !== "error"),
  ];
  return (
    <section aria-label="Report" className="flex flex-col gap-4">
      <Verdict report={report} action={action} />
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="font-semibold text-section">Rows</h2>
        <Button icon={<Download aria-hidden className="size-4" />} onClick={() => saveReport(rows)}>
          Download report
        </Button>
      </div>
      <DataTable
        caption="Rows of the file"
        columns={columnsOf(report)}
        rows={rows.slice(0, shown)}
        rowId={({ row }) => String(row)}
        empty={null}
      />
      {shown < rows.length && (
        <div>
          <Button onClick={() => setShown(shown + ROWS_A_PAGE)}>
            Show {ROWS_A_PAGE} more of {rows.length.toLocaleString("en")}
          </Button>
        </div>
      )}
    </section>
  );
}

function Verdict({ report: { imported, total, good, bad }, action }: ReportViewProps) {
  if (imported) {
    return (
      <Callout tone="good" title={`${counted(total, "account")} imported`} action={action}>
        Each has the source CSV import.
      </Callout>
    );
  }
  if (bad === 0) {
    return (
      <Callout tone="info" title={`${counted(total, "account")} would be created`} action={action}>
        Nothing is imported yet.
      </Callout>
    );
  }
  return (
    <Callout tone="bad" title={`${counted(bad, "row")} of ${total.toLocaleString("en")} can't be imported`}>
      Nothing was imported: a file is imported whole or not at all. Correct the rows below and check the file
      again. Without an error: {counted(good, "row")}.
    </Callout>
  );
}

function columnsOf({ imported }: ImportReport): readonly Column<RowReport>[] {
  return [
    {
      id: "username",
      header: "Username",
      cell: ({ row, username }) => (
        <NameCell name={username.trim() || "No username"} note={`Line ${row.toLocaleString("en")}`} />
      ),
    },
    {
      id: "outcome",
      header: "Outcome",
      cell: ({ outcome }) => {
        if (outcome === "error") return <Badge tone="bad">Error</Badge>;
        return <Badge tone="good">{imported ? "Created" : "Good"}</Badge>;
      },
    },
    {
      id: "problems",
      header: "Why",
      cell: ({ problems }) => (
        <ul>
          {problems.map(({ column, message }) => (
            <li key={`${column} ${message}`}>
              <span className="font-mono text-code">{column}</span>: {message}
            </li>
          ))}
        </ul>
      ),
    },
  ];
}
