import { createHash, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { userInfo } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PGlite } from "@electric-sql/pglite";
import pg from "pg";
import { embeddedDatabase } from "@/lib/db/embedded";
import { migrate } from "@/lib/db/migrate";
import { readMigrations } from "@/lib/db/migrations";
import { openPostgres } from "@/lib/db/postgres";
import type { Database } from "@/lib/db/sql";

export interface TestDatabase {
  readonly kind: Database["kind"];
  /** A fresh, migrated database of its own; `close` does away with it. */
  open(): Promise<Database>;
  /** The same without any table. */
  openEmpty(): Promise<Database>;
}

export interface PostgresTestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

const LOCAL_URL = `postgresql://${encodeURIComponent(userInfo().username)}@127.0.0.1:5432/postgres`;

const givenUrl = process.env.TEST_DATABASE_URL || undefined;

/** A server where databases may be made: TEST_DATABASE_URL, or the local one when it answers. */
export const postgresServer: string | undefined = await findServer();

process.stderr.write(
  postgresServer === undefined
    ? "databases exercised: embedded (no PostgreSQL: TEST_DATABASE_URL is not set and none answers on 127.0.0.1:5432)\n"
    : `databases exercised: embedded, PostgreSQL on ${new URL(postgresServer).host}\n`,
);

/** The databases that tests run on, for `describe.each`: always the embedded one, PostgreSQL where there is one. */
export function testDatabases(): TestDatabase[] {
  const embedded: TestDatabase = {
    kind: "embedded",
    open: async () => embeddedDatabase(await PGlite.create({ loadDataDir: await embeddedImage() })),
    openEmpty: async () => embeddedDatabase(await PGlite.create()),
  };
  if (postgresServer === undefined) return [embedded];
  const postgres: TestDatabase = {
    kind: "postgresql",
    open: async () => opened(await createPostgresDatabase(migratedTemplate)),
    openEmpty: async () => opened(await createPostgresDatabase()),
  };
  return [embedded, postgres];
}

/** A database of its own on the PostgreSQL server, for tests that connect by URL. */
export async function createPostgresDatabase(template = emptyTemplate): Promise<PostgresTestDatabase> {
  const name = `idaas_test_${randomBytes(6).toString("hex")}`;
  // Within one lock: another checkout, with other migrations, replaces the template by its own.
  await onServer(async (client) => {
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${await template(client)}`);
  });
  return {
    url: urlOf(name),
    drop: () => onServer((client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)),
  };
}

function opened({ url, drop }: PostgresTestDatabase): Database {
  const database = openPostgres({ url, poolSize: 5 });
  return {
    kind: database.kind,
    get prisma() {
      return database.prisma;
    },
    query: (statement, values) => database.query(statement, values),
    transaction: (work) => database.transaction(work),
    close: async () => {
      await database.close();
      await drop();
    },
  };
}

async function findServer(): Promise<string | undefined> {
  const url = givenUrl ?? LOCAL_URL;
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 });
  try {
    await client.connect();
    await client.end();
    return url;
  } catch (error) {
    // Asked for by name it must be there: a test run that leaves PostgreSQL out must not look like one with it.
    if (givenUrl !== undefined) throw error;
    return undefined;
  }
}

function urlOf(database: string): string {
  const url = new URL(postgresServer ?? LOCAL_URL);
  url.pathname = `/${database}`;
  return url.href;
}

// Any number that nothing else on the server takes.
const SERVER_LOCK = 72_707_402;

/** One at a time: PostgreSQL refuses to copy a template that another session is using. */
async function onServer(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: postgresServer ?? LOCAL_URL });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [SERVER_LOCK]);
    await work(client);
  } finally {
    await client.end();
  }
}

async function emptyTemplate(_client: pg.Client): Promise<string> {
  return "template0";
}

/** A migrated database to copy, made when the migrations have changed since the last one. */
async function migratedTemplate(client: pg.Client): Promise<string> {
  const name = `idaas_template_${await fingerprint()}`;
  const { rows } = await client.query(
    "SELECT datname FROM pg_database WHERE datname LIKE 'idaas\\_template\\_%'",
  );
  const names: string[] = rows.map((row) => row.datname);
  if (names.includes(name)) return name;
  for (const old of names) await client.query(`DROP DATABASE ${old} WITH (FORCE)`);
  const draft = `${name}_draft`;
  await client.query(`CREATE DATABASE ${draft} TEMPLATE template0`);
  const database = openPostgres({ url: urlOf(draft), poolSize: 1 });
  await migrate(database);
  await database.close();
  await client.query(`ALTER DATABASE ${draft} RENAME TO ${name}`);
  return name;
}

const MODULES = fileURLToPath(new URL("../node_modules", import.meta.url));
const CACHE = join(MODULES, ".cache/open-idaas");

let image: Promise<Blob> | undefined;

/** The files of a migrated embedded database: loading them takes a third of the time of making it. */
function embeddedImage(): Promise<Blob> {
  image ??= readImage();
  return image;
}

async function readImage(): Promise<Blob> {
  const path = join(CACHE, `embedded-${await fingerprint()}.tar`);
  if (!existsSync(path)) await writeImage(path);
  return new Blob([await readFile(path)]);
}

async function writeImage(path: string): Promise<void> {
  const engine = await PGlite.create();
  const database = await embeddedDatabase(engine);
  await migrate(database);
  const dump = await engine.dumpDataDir("none");
  await database.close();
  await mkdir(CACHE, { recursive: true });
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, Buffer.from(await dump.arrayBuffer()));
  await rename(draft, path);
}

async function fingerprint(): Promise<string> {
  const engine = await readFile(join(MODULES, "@electric-sql/pglite/package.json"));
  const hash = createHash("sha256").update(engine);
  for (const { name, checksum } of await readMigrations()) hash.update(name).update(checksum);
  return hash.digest("hex").slice(0, 16);
}
