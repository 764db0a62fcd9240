import type { Prisma, PrismaClient } from "./generated/client";

/** A statement that the database prepares once on each connection. Names are unique in the program. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/**
 * Runs one statement and gives its rows. The same on both databases and inside a Prisma transaction:
 * - parameters: string, number, boolean, bigint, null, Date, Buffer, string[]; jsonb as JSON text
 * - columns: timestamptz → Date, jsonb → parsed, text[] → string[], bytea → Uint8Array,
 *   int8 → number (bigint beyond 2^53)
 * A Prisma transaction cannot read a column of type void: write `SELECT 1 FROM pg_advisory_xact_lock($1)`.
 */
export interface Sql {
  query<Row>(statement: Statement | string, values?: readonly unknown[]): Promise<Row[]>;
}

export interface Transaction extends Sql {
  /** Runs statements that are separated by semicolons, without parameters and without rows. */
  script(text: string): Promise<void>;
}

/** The database of the process: PostgreSQL through a pool, or PGlite in the process. */
export interface Database extends Sql {
  readonly kind: "postgresql" | "embedded";
  /** Over the same connections. Made on first use: a process that serves SCIM alone does without. */
  readonly prisma: PrismaClient;
  /**
   * Commits when `work` ends, rolls back when it fails. Inside, use `tx` alone: the embedded database has one
   * connection, and waiting for it there waits forever.
   */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/**
 * Milliseconds that a Prisma interactive transaction may wait to begin and may take. Prisma's own 2 s and 5 s
 * are short for the embedded database, where transactions wait in one line.
 */
export const PRISMA_TRANSACTION = { maxWait: 10_000, timeout: 20_000 } as const;

export function textOf(statement: Statement | string): string {
  return typeof statement === "string" ? statement : statement.text;
}

/** Lets shared statements run inside a Prisma interactive transaction. */
export function prismaSql(tx: Prisma.TransactionClient): Sql {
  return {
    async query<Row>(statement: Statement | string, values: readonly unknown[] = []): Promise<Row[]> {
      const rows = await tx.$queryRawUnsafe<Row[]>(textOf(statement), ...values);
      for (const row of rows) narrowIntegers(row);
      return rows;
    },
  };
}

/** An int8 as a number where a number holds it exactly. */
export function integer(value: bigint): number | bigint {
  const narrow = Number(value);
  return Number.isSafeInteger(narrow) ? narrow : value;
}

function narrowIntegers(row: unknown): void {
  if (typeof row !== "object" || row === null) return;
  for (const [column, value] of Object.entries(row)) {
    if (typeof value === "bigint") Reflect.set(row, column, integer(value));
  }
}
