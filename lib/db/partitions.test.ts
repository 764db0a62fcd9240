import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createPostgresDatabase, postgresServer, testDatabases } from "@/test/databases";
import { migrate } from "./migrate";
import { dropExpiredLogPartitions, ensureLogPartitions } from "./partitions";
import { openPostgres } from "./postgres";
import type { Database } from "./sql";

const NOW = new Date("2026-12-30T23:30:00Z");

const DAYS = ["20261230", "20261231", "20270101", "20270102", "20270103", "20270104", "20270105", "20270106"];
const MONTHS = ["202612", "202701", "202702"];
const NAMES = [...DAYS.map((day) => `request_logs_${day}`), ...MONTHS.map((month) => `audit_log_${month}`)];

function logRequest(database: Database, time: string) {
  return database.query(
    `INSERT INTO request_logs (instance_id, "time", id, application_id, token_id, address, user_agent, method, path,
       status, duration_ms) VALUES ('i', $1, 'r', 'a', 't', '::1', 'test', 'GET', '/', 200, 1)`,
    [time],
  );
}

function logChange(database: Database, time: string) {
  return database.query(
    `INSERT INTO audit_log (instance_id, "time", lane, sequence, actor_id, action, target_id, content, hash)
     VALUES ('i', $1, 0, 1, 'a', 'create', 't', '{}', '\\x00')`,
    [time],
  );
}

async function placeOf(database: Database, table: string): Promise<string[]> {
  const rows = await database.query<{ place: string }>(
    `SELECT tableoid::regclass::text AS place FROM ${table} ORDER BY 1`,
  );
  return rows.map((row) => row.place.replace("log_partitions.", ""));
}

describe.each(testDatabases())("$kind", ({ open }) => {
  let database: Database;
  beforeEach(async () => {
    database = await open();
  });
  afterEach(() => database?.close());

  test("today and 7 days, this month and 2 months: made once, and used", async () => {
    expect(await ensureLogPartitions(database, NOW)).toEqual(NAMES);
    expect(await ensureLogPartitions(database, NOW)).toEqual([]);
    await logRequest(database, "2026-12-31T23:59:59.999Z");
    await logRequest(database, "2027-01-01T00:00:00.000Z");
    await logRequest(database, "2027-01-07T00:00:00.000Z");
    expect(await placeOf(database, "request_logs")).toEqual([
      "request_logs_20261231",
      "request_logs_20270101",
      "request_logs_default",
    ]);
    await logChange(database, "2027-02-28T23:59:59.999Z");
    await logChange(database, "2027-03-01T00:00:00.000Z");
    expect(await placeOf(database, "audit_log")).toEqual(["audit_log_202702", "audit_log_default"]);
  });

  test("a range of which rows lie in the default partition is left there, the others are made", async () => {
    await logRequest(database, "2027-01-02T12:00:00Z");
    expect(await ensureLogPartitions(database, NOW)).toEqual(
      NAMES.filter((name) => name !== "request_logs_20270102"),
    );
    await logRequest(database, "2027-01-02T13:00:00Z");
    expect(await placeOf(database, "request_logs")).toEqual(["request_logs_default", "request_logs_default"]);
  });

  test("request logs are dropped when all of a day is older than the retention, audit logs never", async () => {
    await ensureLogPartitions(database, NOW);
    await logRequest(database, "2026-12-01T00:00:00Z");
    await logRequest(database, "2026-12-30T23:59:00Z");
    await logChange(database, "2026-12-30T00:00:00Z");
    // 30 days after the end of the first day, less a millisecond, and then at it.
    expect(await dropExpiredLogPartitions(database, new Date("2027-01-29T23:59:59.999Z"), 30)).toEqual([]);
    expect(await placeOf(database, "request_logs")).toEqual(["request_logs_20261230"]);
    expect(await dropExpiredLogPartitions(database, new Date("2027-01-30T00:00:00Z"), 30)).toEqual([
      "request_logs_20261230",
    ]);
    expect(await placeOf(database, "request_logs")).toEqual([]);
    expect(await placeOf(database, "audit_log")).toEqual(["audit_log_202612"]);
  });

  const places = ["audit_log", "log_partitions.audit_log_default", "log_partitions.audit_log_202612"];

  test.each(places)("nothing written to the audit log is changed or removed through %s", async (table) => {
    await ensureLogPartitions(database, NOW);
    await logChange(database, "2026-12-30T00:00:00Z");
    await logChange(database, "2020-01-01T00:00:00Z");
    for (const change of [`UPDATE ${table} SET content = ''`, `DELETE FROM ${table}`, `TRUNCATE ${table}`]) {
      await expect(database.query(change), change).rejects.toThrow("append-only");
    }
    expect(await database.query("SELECT content FROM audit_log")).toEqual([
      { content: "{}" },
      { content: "{}" },
    ]);
  });
});

describe.runIf(postgresServer !== undefined)("several nodes", () => {
  test("make and drop each partition once", async () => {
    const { url, drop } = await createPostgresDatabase();
    const nodes = Array.from({ length: 4 }, () => openPostgres({ url, poolSize: 1 }));
    await Promise.all(nodes.map((node) => migrate(node)));
    const made = await Promise.all(nodes.map((node) => ensureLogPartitions(node, NOW)));
    expect(made.flat().sort()).toEqual(NAMES.toSorted());
    const later = new Date("2027-06-01T00:00:00Z");
    const dropped = await Promise.all(nodes.map((node) => dropExpiredLogPartitions(node, later, 30)));
    expect(dropped.flat().sort()).toEqual(DAYS.map((day) => `request_logs_${day}`));
    await Promise.all(nodes.map((node) => node.close()));
    await drop();
  });
});
