import { randomUUID } from "node:crypto";
import { type Migration, readMigrations } from "./migrations";
import type { Database, Sql, Transaction } from "./sql";

/** A migration failed, was changed, or was left unfinished. The message names it. */
export class MigrationProblem extends Error {
  override readonly name = "MigrationProblem";
}

// The key that Prisma Migrate takes too, so that the two never run at the same time.
const MIGRATION_LOCK = 72_707_369;

// As Prisma Migrate makes it, so that `prisma migrate status` and `deploy` read it.
const CREATE_TABLE = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum VARCHAR(64) NOT NULL,
    finished_at TIMESTAMPTZ,
    migration_name VARCHAR(255) NOT NULL,
    logs TEXT,
    rolled_back_at TIMESTAMPTZ,
    started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`;

/**
 * Applies the migrations that the database does not have yet, and gives their names. Each runs with its row in
 * one transaction: one that fails leaves nothing behind. Any number of processes may call this at once.
 * Throws MigrationProblem.
 */
export async function migrate(database: Database, migrations?: readonly Migration[]): Promise<string[]> {
  const applied: string[] = [];
  const known = await appliedChecksums(database);
  for (const migration of migrations ?? (await readMigrations())) {
    if (isApplied(migration, known)) continue;
    if (await database.transaction((tx) => applyOnce(tx, migration))) applied.push(migration.name);
  }
  return applied;
}

async function applyOnce(tx: Transaction, migration: Migration): Promise<boolean> {
  // Of the transaction, not of the session: PgBouncer gives a session to others between transactions.
  await tx.query("SELECT pg_advisory_xact_lock($1)", [MIGRATION_LOCK]);
  if (isApplied(migration, await appliedChecksums(tx))) return false;
  await tx.query(CREATE_TABLE);
  await runScript(tx, migration);
  await tx.query(
    `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
     VALUES ($1, $2, clock_timestamp(), $3, now(), 1)`,
    [randomUUID(), migration.checksum, migration.name],
  );
  return true;
}

async function runScript(tx: Transaction, { name, script }: Migration): Promise<void> {
  try {
    await tx.script(script);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new MigrationProblem(`The migration ${name} failed and changed nothing: ${reason}`, {
      cause: error,
    });
  }
}

interface AppliedRow {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: Date | null;
}

/** The checksum of each applied migration by its name. Throws MigrationProblem for one that was left unfinished. */
async function appliedChecksums(sql: Sql): Promise<ReadonlyMap<string, string>> {
  const [table] = await sql.query<{ found: boolean }>(
    "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS found",
  );
  if (!table?.found) return new Map();
  const rows = await sql.query<AppliedRow>(
    "SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL",
  );
  const unfinished = rows.find((row) => row.finished_at === null);
  if (unfinished !== undefined) {
    throw new MigrationProblem(
      `Prisma Migrate left the migration ${unfinished.migration_name} unfinished: see \`prisma migrate resolve\`.`,
    );
  }
  return new Map(rows.map((row) => [row.migration_name, row.checksum]));
}

function isApplied({ name, checksum }: Migration, applied: ReadonlyMap<string, string>): boolean {
  const known = applied.get(name);
  if (known !== undefined && known !== checksum) {
    throw new MigrationProblem(
      `The migration ${name} was changed after it was applied. Put it back, and write the change as a new one.`,
    );
  }
  return known !== undefined;
}
