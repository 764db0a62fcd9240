"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import type { ImportProgress, ImportReport } from "@/lib/directory/accounts/import/report";
import { counted } from "../../applications/application-words";
import { OrganizationField } from "../../organizations/organization-field";
import type { ChosenOrganization } from "../../organizations/organization-picker";
import { accountsPath } from "../account-path";
import { textOf } from "../form-input";
import { FileInput } from "./file-input";
import { ProgressBar } from "./progress-bar";
import { ReportView } from "./report-view";
import { runImport } from "./run-import";

interface ImportFormProps {
  readonly instanceId: string;
  /** Where rows go that name no organization, unless another is chosen. */
  readonly root: ChosenOrganization;
}

interface Work {
  readonly file: File;
  readonly organizationId: string;
}

/** Choose a file, check it, see what each row would do, and import it when all of them are good. */
export function ImportForm({ instanceId, root }: ImportFormProps) {
  const [work, setWork] = useState<Work>();
  const [progress, setProgress] = useState<ImportProgress>();
  const [report, setReport] = useState<ImportReport>();
  const [problem, setProblem] = useState<string>();
  const [noFile, setNoFile] = useState(false);
  const [running, setRunning] = useState(false);

  async function run(next: Work, dryRun: boolean) {
    setWork(next);
    setReport(undefined);
    setProblem(undefined);
    setProgress(undefined);
    setRunning(true);
    try {
      setReport(await runImport({ instanceId, ...next, dryRun }, setProgress));
    } catch (error) {
      setProblem(error instanceof Error ? error.message : "The file could not be sent.");
    }
    setRunning(false);
  }

  function check(data: FormData) {
    const file = data.get("file");
    const chosen = file instanceof File && file.name !== "";
    setNoFile(!chosen);
    if (chosen) void run({ file, organizationId: textOf(data, "organizationId") }, true);
  }

  return (
    <div className="flex flex-col gap-8">
      <form
        className="flex max-w-form flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (!running) check(new FormData(event.currentTarget));
        }}
      >
        <Field
          label="CSV file"
          hint="UTF-8, up to 100,000 rows. The first line names the columns; username is the only one required. Organizations are named by path, such as Sales/North, or id."
          error={noFile ? "Choose a file first." : undefined}
          required
        >
          {(control) => <FileInput {...control} name="file" onChange={() => setReport(undefined)} />}
        </Field>
        <OrganizationField
          instanceId={instanceId}
          initial={root}
          hint="For rows that name no organization."
        />
        <div className="flex gap-2">
          <Button type="submit" variant={report ? "secondary" : "primary"} pending={running}>
            Check file
          </Button>
          <ButtonLink href={accountsPath(instanceId)}>Cancel</ButtonLink>
        </div>
      </form>
      {running && <ProgressBar progress={progress} />}
      {problem !== undefined && <Callout tone="bad">{problem}</Callout>}
      {report && (
        <ReportView
          report={report}
          action={
            report.dryRun && report.bad === 0 && report.total > 0 && work ? (
              <Button variant="primary" onClick={() => run(work, false)}>
                Import {counted(report.total, "account")}
              </Button>
            ) : (
              report.imported && <ButtonLink href={accountsPath(instanceId)}>Show accounts</ButtonLink>
            )
          }
        />
      )}
    </div>
  );
}
