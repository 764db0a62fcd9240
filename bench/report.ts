import type { Plan } from "./arguments";
import type { Machine } from "./machine";
import type { Figures, Row } from "./summary";
import { TARGETS } from "./target";

/** All that a run found. */
export interface Report {
  readonly commit: string;
  /** ISO 8601 date. */
  readonly date: string;
  readonly plan: Plan;
  readonly machine: Machine;
  readonly rows: readonly Row[];
  readonly seeding: {
    /** The seconds in which the accounts were created through the API. */
    readonly productSeconds: number;
    readonly bareSeconds: number;
    /** Peak of the product's resident memory until then, in MiB; undefined where it cannot be read. */
    readonly peakMemoryMiB: number | undefined;
  };
  /** Answers that were not as they must be, one sentence each. */
  readonly wrong: readonly string[];
}

/** The report as Markdown: the same in the terminal and in bench/results. */
export function markdown({ commit, date, plan, machine, rows, seeding, wrong }: Report): string {
  const { fsync, synchronous_commit, full_page_writes, shared_buffers, server_version } = machine.postgresql;
  const speedOfCreates = (seconds: number) => `${(plan.accounts / seconds).toFixed(0)} accounts/s`;
  return `# Open IDaaS beside a bare node:http + pg server

${date}, commit ${commit}. ${plan.accounts} accounts, concurrency ${plan.concurrency}, ${plan.rounds} interleaved rounds of ${plan.seconds} s.

${machine.cpu}, ${machine.cores} cores shared by client, server and database, ${machine.memoryGiB} GiB, ${machine.platform}, Node ${machine.node}. PostgreSQL ${server_version}: fsync ${fsync}, synchronous_commit ${synchronous_commit}, full_page_writes ${full_page_writes}, shared_buffers ${shared_buffers}.

## Ratios, product : bare

${table(["operation", "requests/s", "CPU per request"], rows.map(ratioCells))}

## Figures

CPU in milliseconds per request; the client's is counted to neither.

${table(["operation", "server", "req/s", "p50 ms", "p95 ms", "CPU server", "CPU PostgreSQL", "CPU client"], rows.flatMap(figureCells))}

## Creating ${plan.accounts} accounts

Product ${speedOfCreates(seeding.productSeconds)}, bare ${speedOfCreates(seeding.bareSeconds)}. Peak memory of the product's process until then: ${seeding.peakMemoryMiB === undefined ? "not available" : `${seeding.peakMemoryMiB.toFixed(0)} MiB`}.

## Answers

${
  wrong.length === 0
    ? "None was wrong."
    : `${wrong.length} were wrong:\n\n${wrong
        .slice(0, 20)
        .map((sentence) => `- ${sentence}`)
        .join("\n")}`
}
`;
}

function ratioCells({ title, speed, cpu }: Row): string[] {
  return [title, speed.toFixed(2), cpu === undefined ? "not available" : cpu.toFixed(2)];
}

function figureCells({ title, figures }: Row): string[][] {
  return TARGETS.map((name) => [title, name, ...cellsOf(figures[name])]);
}

function cellsOf(figures: Figures): string[] {
  const { requestsPerSecond, p50Ms, p95Ms, serverCpuMs, databaseCpuMs, clientCpuMs } = figures;
  const cost = (milliseconds: number | undefined) => milliseconds?.toFixed(3) ?? "not available";
  return [
    requestsPerSecond.toFixed(0),
    p50Ms.toFixed(2),
    p95Ms.toFixed(2),
    cost(serverCpuMs),
    cost(databaseCpuMs),
    cost(clientCpuMs),
  ];
}

/** A table whose columns stand in line in the source too, for the terminal. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const rule = `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`;
  return [line(head), rule, ...rows.map(line)].join("\n");
}
