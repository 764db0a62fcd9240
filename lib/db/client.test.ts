import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { readEnvironment } from "@/lib/env";
import { createPostgresDatabase, postgresServer } from "@/test/databases";
import * as client from "./client";
import { DataDirectoryInUse } from "./data-lock";
import { isDatabaseAway } from "./errors";
import { openPostgres } from "./postgres";

const { closeDatabase, connectDatabase, database, openDatabase } = client;

afterEach(() => closeDatabase());

const count = "SELECT count(*) AS n FROM instances";

describe("the embedded database", () => {
  test("is opened once and migrated, keeps what it was given, and refuses a second holder", async () => {
    const directory = await mkdtemp(join(tmpdir(), "idaas-client-"));
    const environment = readEnvironment({ DATA_DIR: directory });
    const first = await openDatabase(environment);
    expect(first.kind).toBe("embedded");
    expect(await database()).toBe(first);
    await first.query("INSERT INTO instances (id, name, created_at) VALUES ('i', 'n', now())");

    await expect(connectDatabase(environment)).rejects.toBeInstanceOf(DataDirectoryInUse);

    await closeDatabase();
    const second = await openDatabase(environment);
    expect(second).not.toBe(first);
    expect(await second.query(count)).toEqual([{ n: 1 }]);
    await closeDatabase();
    await rm(directory, { recursive: true });
  });
});

test("a database that was away is tried again by the next call", async () => {
  const away = readEnvironment({ DATABASE_URL: "postgresql://nobody@127.0.0.1:9/none" });
  const failed = openDatabase(away);
  expect(isDatabaseAway(await failed.catch((error: unknown) => error))).toBe(true);
  expect(openDatabase(away)).not.toBe(failed);
});

describe.runIf(postgresServer !== undefined)("PostgreSQL", () => {
  test("is one for all copies of the module in the process", async () => {
    const { url, drop } = await createPostgresDatabase();
    const opened = await openDatabase(readEnvironment({ DATABASE_URL: url }));
    vi.resetModules();
    const copy = await import("./client");
    expect(copy.database).not.toBe(database);
    expect(await copy.database()).toBe(opened);
    expect(await opened.query(count)).toEqual([{ n: 0 }]);
    await closeDatabase();
    await drop();
  });

  test.each([
    ["", 1],
    ["?pgbouncer=true", 0],
  ])("with %j in its URL it leaves %i named statements on a connection", async (parameters, left) => {
    const { url, drop } = await createPostgresDatabase();
    const pool = openPostgres({ url: `${url}${parameters}`, poolSize: 1 });
    await pool.query({ name: "test_one", text: "SELECT 1" });
    const statements = await pool.query("SELECT name FROM pg_prepared_statements");
    expect(statements).toHaveLength(left);
    await pool.close();
    await drop();
  });
});
