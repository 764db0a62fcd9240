import { Command, CommanderError } from "commander";
import { closeDatabase } from "@/lib/db/client";
import { addAccountCommands } from "./commands/account";
import { addAdminCommands } from "./commands/admin";
import { addApplicationCommands } from "./commands/application";
import { addAuditCommands } from "./commands/audit";
import { addFieldCommands } from "./commands/field";
import { addInstanceCommands } from "./commands/instance";
import { addLogCommands } from "./commands/log";
import { addMigrateCommand } from "./commands/migrate";
import { addOrganizationCommands } from "./commands/organization";
import { addPermissionCommands } from "./commands/permission";
import { addScopeCommands } from "./commands/scope";
import { addSettingsCommands } from "./commands/settings";
import { addTargetCommands } from "./commands/target";
import { addTokenCommands } from "./commands/token";
import { failureOf } from "./failure";
import { printed } from "./print";
import { JSON_FLAG, type Print } from "./verb";

const NOUNS = [
  addMigrateCommand,
  addInstanceCommands,
  addAdminCommands,
  addOrganizationCommands,
  addApplicationCommands,
  addScopeCommands,
  addTargetCommands,
  addPermissionCommands,
  addTokenCommands,
  addFieldCommands,
  addSettingsCommands,
  addAccountCommands,
  addLogCommands,
  addAuditCommands,
];

function idaas(json: boolean): Command {
  const program = new Command("idaas")
    .description("Administers an Open IDaaS directory on the database that the environment names.")
    .option(...JSON_FLAG)
    .exitOverride();
  // With --json a usage error is an object too, which `report` writes.
  if (json) program.configureOutput({ writeErr: () => {} });
  const print: Print = (result) => {
    process.stdout.write(json ? `${JSON.stringify(result)}\n` : printed(result));
  };
  for (const add of NOUNS) add(program, print);
  return program;
}

/** The exit code. */
async function run(args: readonly string[]): Promise<number> {
  const json = args.includes("--json");
  try {
    await idaas(json).parseAsync(args, { from: "user" });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    report(error, json);
    return 1;
  } finally {
    await closeDatabase();
  }
}

function report(error: unknown, json: boolean): void {
  const failure = failureOf(error);
  if (json) process.stderr.write(`${JSON.stringify({ error: failure })}\n`);
  // What commander refuses, it has said itself.
  else if (!(error instanceof CommanderError)) process.stderr.write(`error: ${failure.message}\n`);
}

run(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
