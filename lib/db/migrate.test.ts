import { createHash } from "node:crypto";
import { afterEach, describe, expect, test } from "vitest";
import { createPostgresDatabase, postgresServer, testDatabases } from "@/test/databases";
import { migrate } from "./migrate";
import { type Migration, readMigrations } from "./migrations";
import { openPostgres } from "./postgres";
import type { Database } from "./sql";

function migration(name: string, script: string): Migration {
  return { name, script, checksum: createHash("sha256").update(script).digest("hex") };
}

const FIRST = migration("1_first", "CREATE TABLE first (id int); INSERT INTO first VALUES (1);");
const SECOND = migration("2_second", "CREATE TABLE second (id int);");
const BROKEN = migration("2_broken", "CREATE TABLE half (id int); CREATE TABLE half (id int);");

describe.each(testDatabases())("$kind", ({ openEmpty }) => {
  const opened: Database[] = [];
  const fresh = async () => {
    const database = await openEmpty();
    opened.push(database);
    return database;
  };
  afterEach(async () => {
    for (const database of opened.splice(0)) await database.close();
  });

  const tables = async (database: Database) => {
    const rows = await database.query<{ name: string }>(
      "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
    );
    return rows.map((row) => row.name);
  };

  test("the program's migrations apply to an empty database, once, with Prisma's own rows", async () => {
    const database = await fresh();
    const all = await readMigrations();
    expect(await migrate(database)).toEqual(all.map(({ name }) => name));
    expect(await migrate(database)).toEqual([]);
    const rows = await database.query(
      `SELECT migration_name, checksum, applied_steps_count AS steps, logs, rolled_back_at,
         finished_at >= started_at AS finished FROM _prisma_migrations ORDER BY migration_name`,
    );
    const row = { steps: 1, logs: null, rolled_back_at: null, finished: true };
    expect(rows).toEqual(all.map(({ name, checksum }) => ({ migration_name: name, checksum, ...row })));
  });

  test("a later migration is applied alone", async () => {
    const database = await fresh();
    await migrate(database, [FIRST]);
    expect(await migrate(database, [FIRST, SECOND])).toEqual([SECOND.name]);
  });

  test("a migration that fails is named, leaves nothing behind, and keeps those before it", async () => {
    const database = await fresh();
    await expect(migrate(database, [FIRST, BROKEN])).rejects.toThrow(
      /2_broken failed and changed nothing: .*half/,
    );
    expect(await tables(database)).toEqual(["_prisma_migrations", "first"]);
    expect(await migrate(database, [FIRST, SECOND])).toEqual([SECOND.name]);
  });

  test("an applied migration that was changed is refused by name", async () => {
    const database = await fresh();
    await migrate(database, [FIRST]);
    const changed = migration(FIRST.name, `${FIRST.script} -- changed`);
    await expect(migrate(database, [changed, SECOND])).rejects.toThrow(/1_first was changed/);
    expect(await tables(database)).toEqual(["_prisma_migrations", "first"]);
  });

  test("a migration that Prisma left unfinished is refused by name, one rolled back is applied again", async () => {
    const database = await fresh();
    await migrate(database, [FIRST]);
    await database.query("UPDATE _prisma_migrations SET finished_at = NULL");
    await expect(migrate(database, [FIRST])).rejects.toThrow(/1_first unfinished/);
    await database.query("DROP TABLE first");
    await database.query("UPDATE _prisma_migrations SET rolled_back_at = now()");
    expect(await migrate(database, [FIRST])).toEqual([FIRST.name]);
  });
});

describe.runIf(postgresServer !== undefined)("several nodes", () => {
  test("that start on one empty database apply each migration once", async () => {
    const { url, drop } = await createPostgresDatabase();
    const nodes = Array.from({ length: 4 }, () => openPostgres({ url, poolSize: 1 }));
    const all = await readMigrations();
    const applied = await Promise.all(nodes.map((node) => migrate(node)));
    expect(applied.flat()).toEqual(all.map(({ name }) => name));
    await Promise.all(nodes.map((node) => node.close()));
    await drop();
  });
});
