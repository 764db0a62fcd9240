import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type Plan, readPlan, USAGE } from "./arguments";
import { ROOT, startChild } from "./child";
import { type Client, openClient } from "./load";
import { commitName, describeMachine } from "./machine";
import type { Bench } from "./measure";
import { peakMemoryMiB } from "./process-cost";
import { checkBuilt, startProduct } from "./product";
import { markdown, type Report } from "./report";
import { openScratch, type Scratch, type ScratchDatabase } from "./scratch";
import { type Seed, seedAccounts, seedSmallGroups } from "./seed";
import { measureAll } from "./suite";
import { summarize } from "./summary";
import { forEachTarget, TARGETS, type Target } from "./target";

/** Undone in reverse, however the run ends. */
type Undo = Array<() => Promise<void>>;

function progress(text: string): void {
  const seconds = process.uptime().toFixed(0).padStart(4);
  process.stderr.write(process.stderr.isTTY ? `\r\x1b[2K${seconds} s  ${text}` : `${seconds} s  ${text}\n`);
}

function profiling({ profile }: Plan): string[] {
  return profile === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${resolve(profile)}`];
}

async function startBare({ name, url }: ScratchDatabase): Promise<Target> {
  const server = await startChild(["--import", "tsx", "bench/bare-server.ts"], { DATABASE_URL: url });
  return { name: "bare", base: `${server.url}/scim/v2`, token: "none", database: name, server };
}

async function startTargets(plan: Plan, scratch: Scratch, undo: Undo): Promise<Bench["targets"]> {
  const ready = (target: Target): Target & { client: Client } => {
    const client = openClient(target.base, target.token, plan.concurrency);
    undo.push(async () => {
      client.close();
      await target.server.end();
    });
    return { ...target, client };
  };
  const product = ready(await startProduct(await scratch.create("product"), profiling(plan)));
  return { product, bare: ready(await startBare(await scratch.create("bare"))) };
}

async function run(plan: Plan, signal: AbortSignal, undo: Undo): Promise<Report> {
  checkBuilt();
  const scratch = await openScratch(process.env.BENCH_DATABASE_URL);
  undo.push(scratch.close);
  progress("Two scratch databases, the product's server and the bare one");
  const targets = await startTargets(plan, scratch, undo);
  const bench: Bench = { plan, scratch, targets, signal, progress };

  const seeded = await forEachTarget((name) =>
    seedAccounts(targets[name].client, plan, signal, (accounts) =>
      progress(`Seeding the ${name} server: ${accounts} of ${plan.accounts} accounts`),
    ),
  );
  const peak = await peakMemoryMiB(targets.product.server.pid);
  progress("Groups of 100");
  const seeds = await forEachTarget(async (name): Promise<Seed> => {
    const { accounts } = seeded[name];
    return { ...seeded[name], smallGroups: await seedSmallGroups(targets[name].client, accounts) };
  });
  const measured = await measureAll(bench, seeds);
  return {
    commit: commitName(),
    date: new Date().toISOString().slice(0, 10),
    plan,
    machine: describeMachine(scratch.settings),
    rows: measured.map(summarize),
    seeding: {
      productSeconds: seeded.product.seconds,
      bareSeconds: seeded.bare.seconds,
      peakMemoryMiB: peak,
    },
    wrong: measured.flatMap(({ title, slices }) =>
      TARGETS.flatMap((name) =>
        slices[name].flatMap(({ wrong }) => wrong.map((what) => `${title}, ${name}: ${what}`)),
      ),
    ),
  };
}

async function write(report: Report, text: string): Promise<string> {
  const results = join(ROOT, "bench/results");
  const name = `${report.date}-${report.commit}`;
  await mkdir(results, { recursive: true });
  await writeFile(join(results, `${name}.md`), text);
  await writeFile(join(results, `${name}.json`), `${JSON.stringify(report, null, 2)}\n`);
  return `bench/results/${name}.md`;
}

/** A run whose figures may be set beside others: nothing left out, and no profiler at work. */
function isWhole({ quick, only, profile }: Plan): boolean {
  return !quick && only === "" && profile === undefined;
}

async function main(): Promise<number> {
  const plan = readPlan(process.argv.slice(2));
  if (!plan) {
    console.log(USAGE);
    return 0;
  }
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => stop.abort(new Error("Stopped.")));
  }
  const undo: Undo = [];
  try {
    const report = await run(plan, stop.signal, undo);
    const text = markdown(report);
    progress("Done\n");
    console.log(text);
    if (isWhole(plan)) console.log(`Written to ${await write(report, text)}`);
    return report.wrong.length === 0 ? 0 : 1;
  } catch (error) {
    // A server that the same Ctrl-C has ended fails the requests on their way: that is not the reason.
    throw stop.signal.aborted ? stop.signal.reason : error;
  } finally {
    await undoAll(undo);
  }
}

/** Each step, even when one before it failed: no process and no database stays behind. */
async function undoAll(undo: Undo): Promise<void> {
  for (const step of undo.reverse()) await step().catch((error: unknown) => console.error(error));
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(`\n${error instanceof Error ? error.message : error}`);
    process.exit(1);
  },
);
