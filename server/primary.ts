import cluster, { type Worker } from "node:cluster";
import { AggregatorRegistry, type RegistryContentType } from "prom-client";
import { closeDatabase, openDatabase } from "@/lib/db/client";
import type { Environment } from "@/lib/env";
import { logger } from "@/lib/log";
import { setMetricsSource } from "@/lib/metrics";
import { startMaintenance } from "./maintenance";
import { startMetricsServer } from "./metrics-server";
import { StartProblem } from "./start-problem";
import { stopOnSignals } from "./stopping";
import { type PrimaryMessage, workerMessage } from "./worker-messages";

const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 30_000;
/** A worker that lived as long did not fail at its start: the next delay is the first again. */
const HEALTHY_MS = 60_000;
/** Then what still runs is killed: the exit stands within 10 seconds (docs/operations.md). */
const PATIENCE_MS = 9_000;

/**
 * Migrates the database once, starts `webConcurrency` workers, puts a new one in place of
 * one that dies, and looks after the logs' partitions.
 *
 * @returns the workers' URL when all of them listen
 * @throws what keeps the server from starting: the database's error, or StartProblem with what a worker says
 */
export async function runPrimary(environment: Environment): Promise<string> {
  await openDatabase(environment);
  startMaintenance(environment.logRetentionDays);
  const aggregator = new AggregatorRegistry();
  setMetricsSource(() => aggregator.clusterMetrics());
  if (environment.metricsPort !== undefined)
    await startMetricsServer(environment.host, environment.metricsPort);

  let stopping = false;
  stopOnSignals(async () => {
    stopping = true;
    await endWorkers();
    await closeDatabase();
  });
  cluster.on("message", (worker, message: unknown) => void answer(worker, message, aggregator));

  const urls = await Promise.all(Array.from({ length: environment.webConcurrency }, startWorker));
  replaceTheDead(() => stopping);
  return urls[0] ?? "";
}

function startWorker(): Promise<string> {
  const worker = cluster.fork();
  return new Promise((resolve, reject) => {
    worker.on("message", (message: unknown) => {
      const told = workerMessage(message);
      if (told?.kind === "listening") resolve(told.url);
      if (told?.kind === "failed") reject(new StartProblem(told.problem));
    });
    worker.on("exit", (code) =>
      reject(new StartProblem(`A process ended with code ${code} before it listened.`)),
    );
  });
}

async function answer(
  worker: Worker,
  message: unknown,
  aggregator: AggregatorRegistry<RegistryContentType>,
): Promise<void> {
  const told = workerMessage(message);
  if (told?.kind !== "metrics-wanted") return;
  const text = await aggregator.clusterMetrics().catch(() => "");
  const reply: PrimaryMessage = { kind: "metrics", request: told.request, text };
  if (worker.isConnected()) worker.send(reply);
}

function replaceTheDead(isStopping: () => boolean): void {
  let delay = FIRST_DELAY_MS;
  let lastDeath = 0;
  cluster.on("exit", (worker, code, signal) => {
    if (isStopping()) return;
    const now = Date.now();
    delay = now - lastDeath > HEALTHY_MS ? FIRST_DELAY_MS : Math.min(delay * 2, LONGEST_DELAY_MS);
    lastDeath = now;
    logger().error(
      { pid: worker.process.pid, code, signal, delay },
      "A process died; another takes its place.",
    );
    setTimeout(() => {
      if (isStopping()) return;
      startWorker().catch((error: unknown) =>
        logger().error({ err: error }, "A process could not be replaced yet."),
      );
    }, delay);
  });
}

/** Tells all workers to end, and resolves when none is left. */
function endWorkers(): Promise<void> {
  const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
  const ended = workers.map(
    (worker) =>
      new Promise<void>((resolve) => {
        if (worker.isDead()) return resolve();
        worker.once("exit", () => resolve());
        worker.process.kill("SIGTERM");
      }),
  );
  setTimeout(() => {
    for (const worker of workers) worker.process.kill("SIGKILL");
  }, PATIENCE_MS).unref();
  return Promise.all(ended).then(() => undefined);
}
