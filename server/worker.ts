import { AggregatorRegistry } from "prom-client";
import { closeDatabase, openDatabase } from "@/lib/db/client";
import type { Environment } from "@/lib/env";
import { metricsRegistry, setMetricsSource } from "@/lib/metrics";
import { startServer } from "./start";
import { startProblem } from "./start-problem";
import { stopOnSignals } from "./stopping";
import { primaryMessage, type WorkerMessage } from "./worker-messages";

/** One of several processes that serve: the primary has migrated the database and forked it. */
export async function runWorker(environment: Environment, pagesFrom: string): Promise<void> {
  AggregatorRegistry.setRegistries(metricsRegistry());
  // Made for its listener: without one in the worker, prom-client leaves the primary's question unanswered.
  new AggregatorRegistry();
  setMetricsSource(metricsOfAll);
  try {
    await openDatabase(environment);
    const { host, port } = environment;
    const server = await startServer({ host, port, pagesFrom });
    stopOnSignals(async () => {
      await server.close();
      await closeDatabase();
    });
    tell({ kind: "listening", url: server.url });
  } catch (error) {
    tell({ kind: "failed", problem: startProblem(error, environment) }, () => process.exit(1));
  }
}

function tell(message: WorkerMessage, then: () => void = () => {}): void {
  if (process.send) process.send(message, undefined, undefined, then);
  else then();
}

let requests = 0;

/** The primary adds up what each worker has counted. */
function metricsOfAll(): Promise<string> {
  const request = requests;
  requests += 1;
  return new Promise((resolve) => {
    const onMessage = (message: unknown) => {
      const answer = primaryMessage(message);
      if (answer?.request !== request) return;
      process.off("message", onMessage);
      resolve(answer.text);
    };
    process.on("message", onMessage);
    tell({ kind: "metrics-wanted", request });
  });
}
