import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabases } from "@/test/databases";
import { type Database, prismaSql, type Sql } from "./sql";

describe.each(testDatabases())("$kind", ({ open }) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database?.close());

  const ways: [string, (work: (sql: Sql) => Promise<void>) => Promise<void>][] = [
    ["the database", (work) => work(database)],
    ["a transaction", (work) => database.transaction(work)],
    ["a Prisma transaction", (work) => database.prisma.$transaction((tx) => work(prismaSql(tx)))],
  ];

  describe.each(ways)("%s", (_, within) => {
    const time = new Date("2026-02-03T04:05:06.789Z");
    const bytes = Buffer.from([0, 255, 7]);

    test.each<[string, unknown, unknown]>([
      ["text", "it's “quoted” \\ ü", "it's “quoted” \\ ü"],
      ["text", null, null],
      ["bool", false, false],
      ["int4", 7, 7],
      ["int2", 7, 7],
      ["real", 1.5, 1.5],
      ["int8", 9007199254740991n, 9007199254740991],
      ["int8", 9007199254740993n, 9007199254740993n],
      ["timestamptz", time, time],
      ["timestamptz", null, null],
      ["text[]", ["a", 'b"c', "d,e", "{}", ""], ["a", 'b"c', "d,e", "{}", ""]],
      ["text[]", [], []],
      ["jsonb", JSON.stringify({ a: [1, null, "x"] }), { a: [1, null, "x"] }],
      ["jsonb", JSON.stringify("text"), "text"],
    ])("%s takes %o and gives %o", async (type, given, wanted) => {
      await within(async (sql) => {
        const [row] = await sql.query<{ value: unknown }>(`SELECT $1::${type} AS value`, [given]);
        expect(row?.value).toStrictEqual(wanted);
      });
    });

    test("bytea takes a Buffer and gives bytes", async () => {
      await within(async (sql) => {
        const [row] = await sql.query<{ value: Uint8Array }>("SELECT $1::bytea AS value", [bytes]);
        expect(row?.value).toBeInstanceOf(Uint8Array);
        expect(Buffer.from(row?.value ?? [])).toEqual(bytes);
      });
    });

    test("a named statement runs again with other values", async () => {
      const statement = { name: "test_echo", text: "SELECT $1::text AS value" };
      await within(async (sql) => {
        expect(await sql.query(statement, ["a"])).toEqual([{ value: "a" }]);
        expect(await sql.query(statement, ["b"])).toEqual([{ value: "b" }]);
      });
    });

    test("a change without RETURNING gives no rows", async () => {
      await within(async (sql) => {
        expect(await sql.query("UPDATE instances SET name = $1 WHERE id = $2", ["a", "none"])).toEqual([]);
      });
    });
  });

  test("the session's time zone is UTC", async () => {
    expect(await database.query("SELECT current_setting('TimeZone') AS zone")).toEqual([{ zone: "UTC" }]);
  });

  const insert = "INSERT INTO instances (id, name, created_at) VALUES ($1, 'n', now())";
  const count = async (id: string) =>
    (await database.query("SELECT 1 FROM instances WHERE id = $1", [id])).length;

  test("a transaction commits what it did and gives its result", async () => {
    expect(await database.transaction((tx) => tx.query(insert, ["committed"]).then(() => "done"))).toBe(
      "done",
    );
    expect(await count("committed")).toBe(1);
  });

  test("a failed transaction leaves nothing behind, and the database goes on", async () => {
    const failing = database.transaction(async (tx) => {
      await tx.query(insert, ["failed"]);
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await count("failed")).toBe(0);
  });

  test("a transaction whose statement failed is never reported as committed", async () => {
    const swallowing = database.transaction(async (tx) => {
      await tx.query(insert, ["swallowed"]);
      await tx.query("SELECT 1/0").catch(() => {});
    });
    await expect(swallowing).rejects.toThrow();
    expect(await count("swallowed")).toBe(0);
  });

  test("Prisma and SQL see the same time in the same row", async () => {
    const createdAt = new Date("2026-07-01T10:20:30.456Z");
    await database.prisma.instance.create({ data: { id: "timed", name: "n", createdAt } });
    expect(await database.query("SELECT created_at FROM instances WHERE id = 'timed'")).toEqual([
      { created_at: createdAt },
    ]);
    await database.query("UPDATE instances SET created_at = $1 WHERE id = 'timed'", [
      new Date(createdAt.getTime() + 1),
    ]);
    const again = await database.prisma.instance.findUnique({ where: { id: "timed" } });
    expect(again?.createdAt.getTime()).toBe(createdAt.getTime() + 1);
  });
});
