import { CommanderError } from "commander";
import { DataDirectoryInUse } from "@/lib/db/data-lock";
import { isDatabaseAway } from "@/lib/db/errors";
import { MigrationProblem } from "@/lib/db/migrate";
import { DirectoryError } from "@/lib/directory/error";
import { EnvironmentProblem } from "@/lib/env";

/** The command was called in a way that commander cannot tell to be wrong. */
export class UsageProblem extends Error {
  override readonly name = "UsageProblem";
}

/** Why a command failed, as `--json` prints it. */
export interface Failure {
  readonly problem: string;
  readonly message: string;
  readonly field: string | null;
}

/** What is not known here is a bug; its message is all that is said of it. */
export function failureOf(error: unknown): Failure {
  if (error instanceof DirectoryError) {
    return { problem: error.problem, message: error.message, field: error.field ?? null };
  }
  if (error instanceof CommanderError) return failure("usage", usageMessage(error));
  if (error instanceof UsageProblem) return failure("usage", error.message);
  if (error instanceof EnvironmentProblem) return failure("environment", error.message);
  if (error instanceof DataDirectoryInUse) return failure("data_directory_in_use", error.message);
  if (error instanceof MigrationProblem) return failure("migration", error.message);
  const message = error instanceof Error ? error.message || error.name : String(error);
  if (isDatabaseAway(error)) {
    return failure("database_away", `The database of DATABASE_URL does not answer (${message}).`);
  }
  return failure("internal", message);
}

function usageMessage(error: CommanderError): string {
  // commander's own message for a noun without a verb is "(outputHelp)".
  if (error.code === "commander.help") return "A verb is missing. --help lists them.";
  return error.message.replace(/^error: /, "");
}

function failure(problem: string, message: string): Failure {
  return { problem, message, field: null };
}
