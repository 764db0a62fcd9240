import { setTimeout as sleep } from "node:timers/promises";
import type { Plan } from "./arguments";
import { type Client, load } from "./load";
import type { Operation } from "./operations";
import { backendsCpuBetween, backendsCpuMs, processCpuMs } from "./process-cost";
import type { Scratch } from "./scratch";
import { TARGETS, type Target, type TargetName } from "./target";

/** One operation against one server for a moment. */
export interface Slice {
  readonly requests: number;
  readonly elapsedMs: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  /** CPU time of all the slice; undefined where it cannot be read. */
  readonly serverCpuMs: number | undefined;
  readonly databaseCpuMs: number | undefined;
  readonly clientCpuMs: number;
  readonly wrong: readonly string[];
}

export interface Measured {
  readonly title: string;
  /** In the order of the rounds: those of one round stand at the same index. */
  readonly slices: Readonly<Record<TargetName, readonly Slice[]>>;
}

export interface Subject {
  readonly title: string;
  readonly operations: Readonly<Record<TargetName, Operation>>;
}

export interface Bench {
  readonly plan: Plan;
  readonly scratch: Scratch;
  readonly targets: Readonly<Record<TargetName, Target & { readonly client: Client }>>;
  readonly signal: AbortSignal;
  readonly progress: (text: string) => void;
}

/** What a server still does for the requests of a slice when all are answered: the product writes its request log. */
const AFTERMATH_MS = 300;

/** The first requests of a process are not what it costs to run. */
const WARM_UP = 0.5;

/**
 * Measures operations in rounds: in each round every operation runs against both servers,
 * one right after the other, so that what else the machine does meets both.
 */
export async function measure(bench: Bench, offered: readonly Subject[]): Promise<Measured[]> {
  const { plan } = bench;
  const subjects = offered.filter(({ title }) => title.includes(plan.only));
  const all = subjects.map(({ title }) => {
    const slices: Record<TargetName, Slice[]> = { product: [], bare: [] };
    return { title, slices };
  });
  for (const name of TARGETS) await bench.scratch.settle(bench.targets[name].database);
  for (let round = 0; round <= plan.rounds; round++) {
    const warmUp = round === 0;
    // The server that goes first finds other caches than the second: they take turns.
    const order = round % 2 === 0 ? TARGETS : [...TARGETS].reverse();
    for (const [index, { title, operations }] of subjects.entries()) {
      bench.progress(warmUp ? `${title}: warming up` : `${title}: round ${round} of ${plan.rounds}`);
      for (const name of order) {
        const milliseconds = plan.seconds * 1000 * (warmUp ? WARM_UP : 1);
        const slice = await runSlice(bench, name, operations[name], milliseconds);
        if (!warmUp || slice.wrong.length > 0) all[index]?.slices[name].push(slice);
      }
    }
  }
  return all;
}

async function runSlice(
  { targets, scratch, plan, signal }: Bench,
  name: TargetName,
  operation: Operation,
  milliseconds: number,
): Promise<Slice> {
  const { client, server, database } = targets[name];
  const cpu = async () => ({
    server: await processCpuMs(server.pid),
    backends: await backendsCpuMs(scratch.admin, database),
  });
  const before = await cpu();
  const clientBefore = process.cpuUsage();
  const { requests, elapsedMs, latenciesMs, wrong } = await load(client, operation.next, {
    concurrency: plan.concurrency,
    milliseconds,
    signal,
  });
  const clientCpu = process.cpuUsage(clientBefore);
  signal.throwIfAborted();
  await sleep(AFTERMATH_MS);
  const after = await cpu();
  const problems = await operation.verify(client);
  signal.throwIfAborted();
  return {
    requests,
    elapsedMs,
    p50Ms: percentile(latenciesMs, 0.5),
    p95Ms: percentile(latenciesMs, 0.95),
    serverCpuMs: difference(before.server, after.server),
    databaseCpuMs: backendsCpuBetween(before.backends, after.backends),
    clientCpuMs: (clientCpu.user + clientCpu.system) / 1000,
    wrong: [...wrong, ...problems],
  };
}

/** @param ascending the values, sorted */
export function percentile(ascending: readonly number[], share: number): number {
  return ascending[Math.max(0, Math.ceil(ascending.length * share) - 1)] ?? Number.NaN;
}

function difference(before: number | undefined, after: number | undefined): number | undefined {
  return before === undefined || after === undefined ? undefined : after - before;
}
