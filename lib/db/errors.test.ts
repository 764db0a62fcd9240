import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createPostgresDatabase, postgresServer, testDatabases } from "@/test/databases";
import { foreignKeyViolation, isDatabaseAway, uniqueViolation } from "./errors";
import { openPostgres } from "./postgres";
import { type Database, prismaSql } from "./sql";

const createdAt = new Date("2026-01-01T00:00:00Z");

async function failure(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (error) {
    return error;
  }
  throw new Error("It did not fail.");
}

describe.each(testDatabases())("$kind", ({ open }) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
    await database.prisma.instance.create({ data: { id: "one", name: "n", createdAt } });
    await database.prisma.extendedField.create({
      data: { instanceId: "one", id: "f1", key: "k", name: "n", type: "text", createdAt },
    });
    await database.prisma.organization.create({
      data: { instanceId: "one", id: "ou", name: "n", nameKey: "n", createdAt },
    });
  });
  afterAll(() => database?.close());

  const insertField =
    "INSERT INTO extended_fields (instance_id, id, key, name, type, created_at) VALUES ($1, 'f2', 'k', 'n', 'text', now())";

  test.each<[string, (instance: string) => Promise<unknown>]>([
    ["a statement", (instance) => database.query(insertField, [instance])],
    ["a transaction", (instance) => database.transaction((tx) => tx.query(insertField, [instance]))],
    [
      "Prisma's model",
      (instanceId) =>
        database.prisma.extendedField.create({
          data: { instanceId, id: "f2", key: "k", name: "n", type: "text", createdAt },
        }),
    ],
    [
      "a statement in a Prisma transaction",
      (instance) => database.prisma.$transaction((tx) => prismaSql(tx).query(insertField, [instance])),
    ],
  ])("violations through %s have one shape", async (_, insert) => {
    const duplicate = await failure(insert("one"));
    expect(uniqueViolation(duplicate)).toEqual({ constraint: "extended_fields_instance_id_key_key" });
    expect(foreignKeyViolation(duplicate)).toBeUndefined();
    expect(isDatabaseAway(duplicate)).toBe(false);

    const dangling = await failure(insert("nowhere"));
    expect(foreignKeyViolation(dangling)).toEqual({ constraint: "extended_fields_instance_id_fkey" });
    expect(uniqueViolation(dangling)).toBeUndefined();
  });

  test("a refused delete is a foreign key violation", async () => {
    await database.query(
      `INSERT INTO organizations (instance_id, id, parent_id, name, name_key, created_at)
       VALUES ('one', 'below', 'ou', 'b', 'b', now())`,
    );
    const constraint = "organizations_instance_id_parent_id_fkey";
    const raw = await failure(database.query("DELETE FROM organizations WHERE id = 'ou'"));
    expect(foreignKeyViolation(raw)).toEqual({ constraint });
    const where = { instanceId_id: { instanceId: "one", id: "ou" } };
    expect(foreignKeyViolation(await failure(database.prisma.organization.delete({ where })))).toEqual({
      constraint,
    });
  });

  test("a closed database is away", async () => {
    const closed = await open();
    await closed.close();
    expect(isDatabaseAway(await failure(closed.query("SELECT 1")))).toBe(true);
    expect(isDatabaseAway(await failure(closed.transaction((tx) => tx.query("SELECT 1"))))).toBe(true);
  });
});

test.each<[unknown]>([[undefined], [null], ["23505"], [new Error("x")], [{ code: 23505 }], [{ cause: {} }]])(
  "%o is none of them",
  (error) => {
    expect(uniqueViolation(error)).toBeUndefined();
    expect(foreignKeyViolation(error)).toBeUndefined();
    expect(isDatabaseAway(error)).toBe(false);
  },
);

test("an error that is its own cause is read to an end", () => {
  const error = new Error("x");
  error.cause = error;
  expect(uniqueViolation(error)).toBeUndefined();
});

test.each<[string, (database: Database) => Promise<unknown>]>([
  ["a statement", (database) => database.query("SELECT 1")],
  ["a transaction", (database) => database.transaction((tx) => tx.query("SELECT 1"))],
  ["Prisma's model", (database) => database.prisma.instance.findMany()],
  ["a Prisma transaction", (database) => database.prisma.$transaction((tx) => tx.instance.findMany())],
])("%s where no server listens: the database is away", async (_, ask) => {
  const nowhere = openPostgres({ url: "postgresql://nobody@127.0.0.1:9/none", poolSize: 1 });
  expect(isDatabaseAway(await failure(ask(nowhere)))).toBe(true);
  await nowhere.close();
});

describe.runIf(postgresServer !== undefined)("a server that ends the connection", () => {
  test("in the middle of a transaction: the database is away, the process lives, the next query works", async () => {
    const { url, drop } = await createPostgresDatabase();
    const database = openPostgres({ url, poolSize: 2 });
    const error = await failure(
      database.transaction(async (tx) => {
        const [row] = await tx.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
        await database.query("SELECT pg_terminate_backend($1)", [row?.pid]);
        await tx.query("SELECT 1");
      }),
    );
    expect(isDatabaseAway(error)).toBe(true);
    expect(await database.query("SELECT 1 AS one")).toEqual([{ one: 1 }]);
    await database.close();
    await drop();
  });
});
