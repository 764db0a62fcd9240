import { DataDirectoryInUse } from "@/lib/db/data-lock";
import { isDatabaseAway } from "@/lib/db/errors";
import { MigrationProblem } from "@/lib/db/migrate";
import { type Environment, EnvironmentProblem } from "@/lib/env";

/** A sentence that is ready to be shown: another process has found it. */
export class StartProblem extends Error {
  override readonly name = "StartProblem";
}

/** Why the server does not start: a sentence for who started it, without secrets and without a stack. */
export function startProblem(error: unknown, environment: Environment | undefined): string {
  if (
    error instanceof StartProblem ||
    error instanceof EnvironmentProblem ||
    error instanceof MigrationProblem ||
    error instanceof DataDirectoryInUse
  ) {
    return error.message;
  }
  const code = codeOf(error);
  const reason = reasonOf(error);
  if (code === "EADDRINUSE") {
    return `Another program listens on ${listens(environment)} already: set PORT to a free one.`;
  }
  if (code === "EACCES" || code === "EADDRNOTAVAIL") {
    return `The server may not listen on ${listens(environment)}: set HOST and PORT to what this machine offers.`;
  }
  if (isDatabaseAway(error)) {
    return `The database at ${databaseHost(environment)} does not answer (${reason}). Check DATABASE_URL and that PostgreSQL runs.`;
  }
  // Class 28: invalid authorization; 3D000: no such database.
  if (code.startsWith("28") || code === "3D000") {
    return `The database at ${databaseHost(environment)} refuses the connection: ${reason}. Check DATABASE_URL.`;
  }
  return `The server could not start: ${reason}.`;
}

function listens(environment: Environment | undefined): string {
  return environment ? `${environment.host}:${environment.port}` : "its address";
}

/** Host and port alone: the URL holds the password. */
function databaseHost(environment: Environment | undefined): string {
  return environment?.databaseUrl === undefined ? "DATABASE_URL" : new URL(environment.databaseUrl).host;
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error) || !("code" in error)) return "";
  return typeof error.code === "string" ? error.code : "";
}

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  // Node joins the errors of several addresses of one host without a message of its own.
  const text = message === "" ? codeOf(error) : message;
  return text.replace(/[.\s]+$/, "");
}
