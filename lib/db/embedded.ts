import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { PGlite, type Transaction as PGliteTransaction } from "@electric-sql/pglite";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { holdDirectory } from "./data-lock";
import { PrismaClient } from "./generated/client";
import { type Database, PRISMA_TRANSACTION, type Statement, type Transaction, textOf } from "./sql";

/**
 * Opens the embedded database in `dataDir`, made if it is not there: 4–12 s the first time, 1–3 s after that.
 * Throws DataDirectoryInUse while another process has it open.
 */
export async function openEmbedded(dataDir: string): Promise<Database> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const release = await holdDirectory(dataDir);
  try {
    return await embeddedDatabase(await PGlite.create(join(dataDir, "db")), release);
  } catch (error) {
    await release();
    throw error;
  }
}

/** The database that an open PGlite holds. Closing it closes PGlite, then calls `release`. */
export async function embeddedDatabase(
  engine: PGlite,
  release: () => Promise<void> = async () => {},
): Promise<Database> {
  // The Prisma adapter writes and reads times without their zone, as if it were UTC.
  await engine.exec("SET TIME ZONE 'UTC'");
  return new EmbeddedDatabase(engine, release);
}

class EmbeddedDatabase implements Database {
  readonly kind = "embedded";
  readonly #engine: PGlite;
  readonly #release: () => Promise<void>;
  #prisma: PrismaClient | undefined;

  constructor(engine: PGlite, release: () => Promise<void>) {
    this.#engine = engine;
    this.#release = release;
  }

  get prisma(): PrismaClient {
    this.#prisma ??= new PrismaClient({
      adapter: new PrismaPGlite(this.#engine),
      transactionOptions: PRISMA_TRANSACTION,
    });
    return this.#prisma;
  }

  query<Row>(statement: Statement | string, values?: readonly unknown[]): Promise<Row[]> {
    return run(this.#engine, statement, values);
  }

  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.#engine.transaction(async (tx) => {
      const result = await work({
        query: (statement, values) => run(tx, statement, values),
        script: async (text) => {
          await tx.exec(text);
        },
      });
      // Fails in a transaction whose error was swallowed: PGlite would roll it back and call it committed.
      await tx.query("SELECT 1");
      return result;
    });
  }

  async close(): Promise<void> {
    await this.#prisma?.$disconnect();
    if (!this.#engine.closed) await this.#engine.close();
    await this.#release();
  }
}

async function run<Row>(
  runner: Pick<PGliteTransaction, "query">,
  statement: Statement | string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const { rows } = await runner.query<Row>(textOf(statement), [...values]);
  return rows;
}
