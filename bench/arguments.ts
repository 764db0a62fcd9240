import { parseArgs } from "node:util";

/** How long and how much is measured. */
export interface Plan {
  /** Accounts that are seeded, besides a tenth as many that join groups later. */
  readonly accounts: number;
  /** Of one slice: one operation against one server. */
  readonly seconds: number;
  /** Slices of each operation against each server, interleaved. */
  readonly rounds: number;
  readonly concurrency: number;
  readonly quick: boolean;
  /** Measured are the operations whose title contains this. */
  readonly only: string;
  /** Where node writes a CPU profile of the product's server, if anywhere. */
  readonly profile: string | undefined;
}

export const USAGE = `Usage: npm run bench -- [options]

  --accounts N      accounts in the directory (default 10000)
  --seconds S       length of one measurement (default 2)
  --rounds N        measurements of each operation, interleaved (default 5)
  --concurrency N   requests in flight (default 16)
  --quick           --accounts 2000 --seconds 0.5 --rounds 2 unless told; nothing is written to bench/results
  --only TEXT       only operations whose title contains TEXT; nothing is written either
  --profile DIR     node writes a CPU profile of the product's server into DIR; nothing is written either

  BENCH_DATABASE_URL   a PostgreSQL server where databases may be made
                       (default: the local one on 127.0.0.1:5432)`;

/** @throws Error with a sentence; undefined when help is asked for */
export function readPlan(args: readonly string[]): Plan | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      accounts: { type: "string" },
      seconds: { type: "string" },
      rounds: { type: "string" },
      concurrency: { type: "string", default: "16" },
      quick: { type: "boolean", default: false },
      only: { type: "string", default: "" },
      profile: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return undefined;
  const { quick } = values;
  return {
    accounts: whole("accounts", values.accounts ?? (quick ? "2000" : "10000"), 200, 10_000_000),
    seconds: within("seconds", values.seconds ?? (quick ? "0.5" : "2"), 0.1, 600),
    rounds: whole("rounds", values.rounds ?? (quick ? "2" : "5"), 1, 1000),
    concurrency: whole("concurrency", values.concurrency, 1, 1000),
    quick,
    only: values.only,
    profile: values.profile,
  };
}

function whole(name: string, text: string, least: number, most: number): number {
  const value = within(name, text, least, most);
  if (Number.isInteger(value)) return value;
  throw new Error(`--${name} must be a whole number, not ${text}.`);
}

function within(name: string, text: string, least: number, most: number): number {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (value >= least && value <= most) return value;
  throw new Error(`--${name} must be a number from ${least} to ${most}, not ${JSON.stringify(text)}.`);
}
