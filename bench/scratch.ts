import { randomBytes } from "node:crypto";
import { userInfo } from "node:os";
import pg from "pg";

/** A PostgreSQL server with room for scratch databases. */
export interface Scratch {
  readonly admin: pg.Client;
  /** Those of the server's settings that decide what a write costs. */
  readonly settings: Readonly<Record<string, string>>;
  /** A new, empty database. */
  create(suffix: string): Promise<ScratchDatabase>;
  /** Does what autovacuum would do some minutes after the seeding, so that no slice meets it. */
  settle(database: ScratchDatabase["name"]): Promise<void>;
  /** Drops the databases that were created, and lets go of the server. */
  close(): Promise<void>;
}

export interface ScratchDatabase {
  readonly name: string;
  readonly url: string;
}

const LOCAL_URL = `postgresql://${encodeURIComponent(userInfo().username)}@127.0.0.1:5432/postgres`;

const SETTINGS = ["server_version", "fsync", "synchronous_commit", "full_page_writes", "shared_buffers"];

/** @throws Error with a sentence when no PostgreSQL answers */
export async function openScratch(given: string | undefined): Promise<Scratch> {
  const url = given || LOCAL_URL;
  const admin = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 });
  try {
    await admin.connect();
  } catch (error) {
    const where = given
      ? "the server of BENCH_DATABASE_URL"
      : "127.0.0.1:5432 (BENCH_DATABASE_URL is not set)";
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The bench needs PostgreSQL, and none answers on ${where}: ${reason}`);
  }
  const urlOf = (name: string) => {
    const own = new URL(url);
    own.pathname = `/${name}`;
    return own.href;
  };
  const run = randomBytes(4).toString("hex");
  const made: string[] = [];
  return {
    admin,
    settings: await readSettings(admin),
    async create(suffix) {
      const name = `idaas_bench_${run}_${suffix}`;
      await admin.query(`CREATE DATABASE ${name} TEMPLATE template0`);
      made.push(name);
      return { name, url: urlOf(name) };
    },
    async settle(name) {
      const client = new pg.Client({ connectionString: urlOf(name) });
      await client.connect();
      await client.query("VACUUM (ANALYZE)").finally(() => client.end());
    },
    async close() {
      for (const name of made) await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await admin.end();
    },
  };
}

async function readSettings(admin: pg.Client): Promise<Record<string, string>> {
  const { rows } = await admin.query<{ name: string; value: string }>(
    "SELECT name, current_setting(name) AS value FROM unnest($1::text[]) AS name",
    [SETTINGS],
  );
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
}
