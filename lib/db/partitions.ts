import type { Database, Transaction } from "./sql";

// Any number that no other advisory lock of the program has.
const PARTITION_LOCK = 72_707_401;

const DAYS_AHEAD = 7;
const MONTHS_AHEAD = 2;

interface Partition {
  readonly table: "request_logs" | "audit_log";
  readonly name: string;
  readonly from: Date;
  /** Exclusive. */
  readonly to: Date;
}

/**
 * Makes the partitions of the request log for today and the next 7 days, and of the audit log for this month
 * and the next 2 (UTC), and gives the names of those that it made. Any number of nodes may call this at once.
 * A range of which rows already lie in the default partition stays there; one that is busy is left for later.
 */
export async function ensureLogPartitions(database: Database, now: Date): Promise<string[]> {
  const known = new Set(await partitionNames(database));
  const made: string[] = [];
  for (const partition of wantedPartitions(now)) {
    if (known.has(partition.name)) continue;
    if (await create(database, partition)) made.push(partition.name);
  }
  return made;
}

/**
 * Drops the partitions of the request log of which every row is older than `retentionDays`, gives their names,
 * and deletes rows as old from the default partition, and counts as old.
 */
export async function dropExpiredLogPartitions(
  database: Database,
  now: Date,
  retentionDays: number,
): Promise<string[]> {
  const limit = addDays(now, -retentionDays);
  const dropped: string[] = [];
  for (const name of await partitionNames(database)) {
    const day = dayOfPartition(name);
    if (day === undefined || addDays(day, 1) > limit) continue;
    if (await unlessBusy(() => database.transaction((tx) => drop(tx, name)))) dropped.push(name);
  }
  await database.query('DELETE FROM log_partitions.request_logs_default WHERE "time" < $1', [limit]);
  await database.query("DELETE FROM request_counts WHERE hour < $1", [limit]);
  return dropped;
}

async function create(database: Database, partition: Partition): Promise<boolean> {
  return unlessBusy(() => database.transaction((tx) => createOnce(tx, partition)));
}

async function createOnce(tx: Transaction, { table, name, from, to }: Partition): Promise<boolean> {
  await lock(tx);
  if ((await partitionNames(tx)).includes(name)) return false;
  await tx.query(
    `CREATE TABLE log_partitions.${name} PARTITION OF ${table}
     FOR VALUES FROM ('${from.toISOString()}') TO ('${to.toISOString()}')`,
  );
  if (table === "audit_log") {
    await tx.query(
      `CREATE TRIGGER audit_log_no_truncate BEFORE TRUNCATE ON log_partitions.${name}
       FOR EACH STATEMENT EXECUTE FUNCTION log_partitions.refuse_audit_change()`,
    );
  }
  return true;
}

async function drop(tx: Transaction, name: string): Promise<boolean> {
  await lock(tx);
  if (!(await partitionNames(tx)).includes(name)) return false;
  await tx.query(`DROP TABLE log_partitions.${name}`);
  return true;
}

async function lock(tx: Transaction): Promise<void> {
  // Everything that writes a log waits while one of its tables waits here.
  await tx.query("SET LOCAL lock_timeout = '3s'");
  await tx.query("SELECT pg_advisory_xact_lock($1)", [PARTITION_LOCK]);
}

async function unlessBusy(work: () => Promise<boolean>): Promise<boolean> {
  try {
    return await work();
  } catch (error) {
    const code: unknown = error instanceof Error && "code" in error ? error.code : undefined;
    // 23514 check_violation: the default partition holds rows of the range. 55P03 lock_not_available.
    if (code === "23514" || code === "55P03") return false;
    throw error;
  }
}

async function partitionNames(sql: Pick<Database, "query">): Promise<string[]> {
  const rows = await sql.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_catalog.pg_tables WHERE schemaname = 'log_partitions' ORDER BY tablename",
  );
  return rows.map((row) => row.name);
}

function wantedPartitions(now: Date): Partition[] {
  const days = Array.from({ length: DAYS_AHEAD + 1 }, (_, index) => dailyPartition(addDays(now, index)));
  const months = Array.from({ length: MONTHS_AHEAD + 1 }, (_, index) => monthlyPartition(now, index));
  return [...days, ...months];
}

function dailyPartition(time: Date): Partition {
  const from = new Date(Date.UTC(time.getUTCFullYear(), time.getUTCMonth(), time.getUTCDate()));
  return { table: "request_logs", name: `request_logs_${digits(from, 8)}`, from, to: addDays(from, 1) };
}

function monthlyPartition(now: Date, monthsAhead: number): Partition {
  const from = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + monthsAhead));
  const to = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1));
  return { table: "audit_log", name: `audit_log_${digits(from, 6)}`, from, to };
}

/** The first digits of a time in UTC: 8 are the day, 6 the month. */
function digits(time: Date, count: number): string {
  return time.toISOString().replaceAll("-", "").slice(0, count);
}

function dayOfPartition(name: string): Date | undefined {
  const [, year, month, day] = name.match(/^request_logs_(\d{4})(\d{2})(\d{2})$/) ?? [];
  return year && month && day ? new Date(`${year}-${month}-${day}T00:00:00Z`) : undefined;
}

function addDays(time: Date, days: number): Date {
  return new Date(time.getTime() + days * 86_400_000);
}
