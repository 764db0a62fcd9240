import { closeDatabase, openDatabase } from "@/lib/db/client";
import { type Environment, env } from "@/lib/env";
import { startMaintenance } from "@/server/maintenance";
import { type RunningServer, startServer } from "@/server/start";
import { startProblem } from "@/server/start-problem";
import { logStrayErrors, stopOnSignals } from "@/server/stopping";
import { demoDirectory } from "./directory";
import { freshToken } from "./fresh-token";
import { readState } from "./kept-state";
import { playSessions } from "./sessions";

/** The demo of docs/operations.md, "Two commands". scripts/demo.mjs has built it and chdir'ed to the root. */
async function main(): Promise<void> {
  let environment: Environment | undefined;
  try {
    environment = env();
    await run(environment);
  } catch (error) {
    console.error(startProblem(error, environment));
    await closeDatabase().catch(() => undefined);
    process.exit(1);
  }
}

async function run(environment: Environment): Promise<void> {
  const { dataDir } = environment;
  console.log(`▸ Opening the embedded database in ${dataDir} (the first time takes a few seconds)`);
  await openDatabase(environment);
  const server = await listen(environment);
  console.log("▸ The directory: instance, organizations, administrator, applications");
  const state = await readState(dataDir);
  const directory = await demoDirectory(state.administrator);
  const token = await freshToken(directory.admin, directory.applicationId);
  const origin = environment.publicUrl ?? server.url;
  await playSessions({ dataDir, directory, token, url: server.url, origin }, state);
  const { email, password } = state.administrator;
  console.log(`
Console: ${origin}
Administrator: ${email} ${password}
SCIM Base URL: ${origin}/scim/v2
Bearer token: ${token}
curl -s -H "Authorization: Bearer ${token}" "${origin}/scim/v2/Users?count=10"

Ctrl-C stops the demo; the next start goes on with the same data.`);
}

async function listen(environment: Environment): Promise<RunningServer> {
  const { host, port, logRetentionDays } = environment;
  // The working directory: scripts/demo.mjs has seen to it that it is the repository's root.
  const server = await startServer({ host, port, pagesFrom: process.cwd() });
  stopOnSignals(async () => {
    await server.close();
    await closeDatabase();
  });
  startMaintenance(logRetentionDays);
  return server;
}

logStrayErrors();
void main();
