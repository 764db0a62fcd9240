import { afterAll, beforeAll, expect, test } from "vitest";
import { createPostgresDatabase, type PostgresTestDatabase, postgresServer } from "@/test/databases";
import { isDeadlock } from "./errors";
import { openPostgres } from "./postgres";
import type { Database } from "./sql";

// The embedded database has one connection, which cannot wait for itself.
const there = postgresServer !== undefined;
let home: PostgresTestDatabase;
let database: Database;

beforeAll(async () => {
  if (!there) return;
  home = await createPostgresDatabase();
  database = openPostgres({ url: home.url, poolSize: 4 });
  await database.query("CREATE TABLE counter (id int PRIMARY KEY, value int NOT NULL)");
  await database.query("INSERT INTO counter VALUES (1, 0), (2, 0)");
});

afterAll(async () => {
  await database?.close();
  await home?.drop();
});

/** Locks both rows in an order of its own, with time for the other one to lock its first. */
function inOrder(first: number, second: number): string {
  return `WITH one AS MATERIALIZED (SELECT id FROM counter WHERE id = ${first} FOR UPDATE),
    pause AS MATERIALIZED (SELECT pg_sleep(0.2) FROM one),
    two AS MATERIALIZED (SELECT c.id FROM counter c, (SELECT count(*) FROM pause) p WHERE c.id = ${second} FOR UPDATE OF c)
    UPDATE counter SET value = value + 1 FROM two RETURNING 1`;
}

const values = async () =>
  (await database.query<{ value: number }>("SELECT value FROM counter ORDER BY id")).map((row) => row.value);

test.runIf(there)("two statements that wait for each other both take effect", async () => {
  await Promise.all([database.query(inOrder(1, 2)), database.query(inOrder(2, 1))]);
  expect(await values()).toEqual([2, 2]);
});

test.runIf(there)(
  "of two such transactions one fails: what came before in it cannot be run again",
  async () => {
    const before = await values();
    const both = [inOrder(1, 2), inOrder(2, 1)].map((text) => database.transaction((tx) => tx.query(text)));
    const refused = (await Promise.allSettled(both)).filter((outcome) => outcome.status === "rejected");
    expect(refused).toHaveLength(1);
    expect(isDeadlock(refused[0]?.reason)).toBe(true);
    expect(await values()).toEqual(before.map((value) => value + 1));
  },
);
