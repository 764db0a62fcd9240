import { createHash } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { isDeadlock } from "./errors";
import { PrismaClient } from "./generated/client";
import { type Database, integer, PRISMA_TRANSACTION, type Statement, type Transaction, textOf } from "./sql";

export interface PostgresOptions {
  /** With `?pgbouncer=true` nothing is left on a connection between two transactions. */
  readonly url: string;
  readonly poolSize: number;
}

const SECOND = 1000;
const DAY = 86_400 * SECOND;
const STATEMENT_TIMEOUT = 30 * SECOND;

// Lists of every length make statements without end, and each prepared one stays on its connection.
const MOST_PRISMA_STATEMENTS = 500;

/** Opens a pool. It connects on first use, so that this fails only for a URL that cannot be read. */
export function openPostgres({ url, poolSize }: PostgresOptions): Database {
  const { connectionString, pooler } = readUrl(url);
  const pool = new pg.Pool({
    connectionString,
    application_name: "open-idaas",
    max: poolSize,
    connectionTimeoutMillis: 5 * SECOND,
    idleTimeoutMillis: 60 * SECOND,
    keepAlive: true,
    types: { getTypeParser: typeParser },
    // Longer than the server's own limit: it ends what the server cannot, such as a dead network.
    query_timeout: STATEMENT_TIMEOUT + 5 * SECOND,
    // PgBouncer refuses start-up parameters that it does not know.
    ...(pooler
      ? {}
      : { statement_timeout: STATEMENT_TIMEOUT, idle_in_transaction_session_timeout: 60 * SECOND }),
    // adapter-pg writes and reads times without their zone, as if it were UTC. PgBouncer keeps a session's zone.
    // Compiling a plan costs more than any statement of ours runs: a list took 21 ms of the database's time with
    // it and 5 ms without (bench/).
    onConnect: async (client) => {
      await client.query("SET TIME ZONE 'UTC'; SET jit = off");
    },
  });
  // An idle connection that ends is replaced by the next query; without a listener it would end the process.
  pool.on("error", () => {});
  return new PostgresDatabase(pool, !pooler);
}

function readUrl(url: string): { connectionString: string; pooler: boolean } {
  const parsed = new URL(url);
  const pooler = parsed.searchParams.get("pgbouncer") === "true";
  parsed.searchParams.delete("pgbouncer");
  return { connectionString: parsed.href, pooler };
}

const parseInteger = (text: string) => integer(BigInt(text));

const typeParser: typeof pg.types.getTypeParser = (oid, format) =>
  oid === pg.types.builtins.INT8 && format !== "binary" ? parseInteger : pg.types.getTypeParser(oid, format);

interface Runner {
  query(config: pg.QueryConfig & { query_timeout?: number }): Promise<pg.QueryResult>;
}

class PostgresDatabase implements Database {
  readonly kind = "postgresql";
  readonly #pool: pg.Pool;
  readonly #named: boolean;
  #prisma: PrismaClient | undefined;

  constructor(pool: pg.Pool, named: boolean) {
    this.#pool = pool;
    this.#named = named;
  }

  get prisma(): PrismaClient {
    const options = this.#named ? { statementNameGenerator: statementNames() } : {};
    this.#prisma ??= new PrismaClient({
      adapter: new PrismaPg(this.#pool, options),
      transactionOptions: PRISMA_TRANSACTION,
    });
    return this.#prisma;
  }

  async query<Row>(statement: Statement | string, values?: readonly unknown[]): Promise<Row[]> {
    try {
      return await this.#run(this.#pool, statement, values);
    } catch (error) {
      // PostgreSQL undid the statement to end the deadlock, and nothing came before it: it may run again.
      if (!isDeadlock(error)) throw error;
      return this.#run(this.#pool, statement, values);
    }
  }

  async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect();
    // The running statement reports a lost connection; the event would end the process.
    const ignore = () => {};
    client.on("error", ignore);
    let broken = true;
    try {
      await client.query("BEGIN");
      const result = await work({
        query: (statement, values) => this.#run(client, statement, values),
        script: (text) => runScript(client, text),
      });
      await commit(client);
      broken = false;
      return result;
    } catch (error) {
      broken = await rollbackFails(client);
      throw error;
    } finally {
      client.removeListener("error", ignore);
      client.release(broken);
    }
  }

  async close(): Promise<void> {
    await this.#prisma?.$disconnect();
    await this.#pool.end();
  }

  async #run<Row>(
    runner: Runner,
    statement: Statement | string,
    values: readonly unknown[] = [],
  ): Promise<Row[]> {
    const name = this.#named && typeof statement !== "string" ? { name: statement.name } : {};
    const { rows } = await runner.query({ text: textOf(statement), values: [...values], ...name });
    return rows;
  }
}

/** A script may take long, as a migration of a large table does. */
async function runScript(runner: Runner, text: string): Promise<void> {
  await runner.query({ text: "SET LOCAL statement_timeout = 0" });
  await runner.query({ text, query_timeout: DAY });
}

async function commit(client: pg.PoolClient): Promise<void> {
  const { command } = await client.query("COMMIT");
  // PostgreSQL answers the COMMIT of a failed transaction with a ROLLBACK, not with an error.
  if (command !== "COMMIT") {
    throw new Error(
      "The transaction was rolled back: a statement in it failed, and its error was not passed on.",
    );
  }
}

async function rollbackFails(client: pg.PoolClient): Promise<boolean> {
  try {
    await client.query("ROLLBACK");
    return false;
  } catch {
    return true;
  }
}

function statementNames(): (query: { sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    // The empty name is the unnamed statement.
    if (names.size >= MOST_PRISMA_STATEMENTS) return "";
    const name = `prisma_${createHash("sha256").update(sql).digest("hex").slice(0, 32)}`;
    names.set(sql, name);
    return name;
  };
}
