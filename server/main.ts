import cluster from "node:cluster";
import { fileURLToPath } from "node:url";
import { closeDatabase, openDatabase } from "@/lib/db/client";
import { authSecret, type Environment, env } from "@/lib/env";
import { readyLine } from "./listening";
import { startMaintenance } from "./maintenance";
import { startMetricsServer } from "./metrics-server";
import { runPrimary } from "./primary";
import { startServer } from "./start";
import { startProblem } from "./start-problem";
import { logStrayErrors, stopOnSignals } from "./stopping";
import { runWorker } from "./worker";

// Beside dist/ and server/ alike.
const ROOT = fileURLToPath(new URL("..", import.meta.url));

async function main(): Promise<void> {
  let environment: Environment | undefined;
  try {
    environment = env();
    // Required with DATABASE_URL (docs/operations.md): better missed now than at the first sign-in.
    authSecret(environment);
    if (cluster.isWorker) return await runWorker(environment, ROOT);
    const url = environment.webConcurrency > 1 ? await runPrimary(environment) : await runAlone(environment);
    console.log(readyLine(url));
  } catch (error) {
    console.error(startProblem(error, environment));
    await closeDatabase().catch(() => undefined);
    process.exit(1);
  }
}

async function runAlone(environment: Environment): Promise<string> {
  await openDatabase(environment);
  const { host, port, metricsPort } = environment;
  const server = await startServer({ host, port, pagesFrom: ROOT });
  stopOnSignals(async () => {
    await server.close();
    await closeDatabase();
  });
  startMaintenance(environment.logRetentionDays);
  if (metricsPort !== undefined) await startMetricsServer(host, metricsPort);
  return server.url;
}

logStrayErrors();
void main();
