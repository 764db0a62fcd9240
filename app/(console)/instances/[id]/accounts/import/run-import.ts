import type { ImportProgress, ImportReport } from "@/lib/directory/accounts/import/report";
import { accountsPath } from "../account-path";
import type { ImportMessage } from "./messages";

export interface ImportRun {
  readonly instanceId: string;
  readonly file: File;
  readonly organizationId: string;
  readonly dryRun: boolean;
}

/**
 * Sends a file, and tells how far its import is.
 *
 * @throws Error whose message is for the administrator
 */
export async function runImport(
  { instanceId, file, organizationId, dryRun }: ImportRun,
  onProgress: (progress: ImportProgress) => void,
): Promise<ImportReport> {
  const query = new URLSearchParams({ organization: organizationId, ...(dryRun && { dryRun: "yes" }) });
  const response = await fetch(`${accountsPath(instanceId, undefined, "/import/run")}?${query}`, {
    method: "POST",
    headers: { "Content-Type": "text/csv" },
    body: file,
  });
  if (!response.ok || response.redirected || !response.body) throw new Error(await reasonOf(response));
  for await (const line of linesOf(response.body)) {
    const message: ImportMessage = JSON.parse(line);
    if (message.kind === "report") return message.report;
    if (message.kind === "refused") throw new Error(message.message);
    onProgress(message.progress);
  }
  throw new Error(
    "The connection ended before the report. Look at the list of accounts before you try again.",
  );
}

async function reasonOf(response: Response): Promise<string> {
  if (response.redirected || response.status === 401) return "Your session has ended. Sign in again.";
  if (response.status === 404) return "This instance is not there any more.";
  if (response.status < 500) return response.text();
  return "The server failed. Nothing was imported.";
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    const lines = (rest + decoder.decode(value, { stream: !done })).split("\n");
    rest = done ? "" : (lines.pop() ?? "");
    yield* lines.filter((line) => line !== "");
    if (done) return;
  }
}
