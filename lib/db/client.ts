import { AsyncLocalStorage } from "node:async_hooks";
import { type Environment, env } from "@/lib/env";
import { openEmbedded } from "./embedded";
import { migrate } from "./migrate";
import { ensureLogPartitions } from "./partitions";
import { openPostgres } from "./postgres";
import { rehearsalDatabase } from "./rehearsal";
import type { Database } from "./sql";

interface Slot {
  opened: Promise<Database> | undefined;
  /** In the course of a rehearsal, its database. */
  readonly rehearsed: AsyncLocalStorage<Database>;
}

// Next's bundle and the server's hold a copy of this module each; the process must hold one database.
const SLOT = Symbol.for("open-idaas.database");

function slot(): Slot {
  const known: Slot | undefined = Reflect.get(globalThis, SLOT);
  if (known !== undefined) return known;
  const fresh: Slot = { opened: undefined, rehearsed: new AsyncLocalStorage() };
  Reflect.set(globalThis, SLOT, fresh);
  return fresh;
}

/** The database of the process; the first call opens it as `openDatabase` does. In a rehearsal, its transaction. */
export function database(): Promise<Database> {
  const { opened, rehearsed } = slot();
  const bound = rehearsed.getStore();
  return bound ? Promise.resolve(bound) : (opened ?? openDatabase());
}

/** Ends the transaction of a rehearsal. */
class RehearsalEnd extends Error {}

/**
 * Does the work, and everything it asks of `database()`, in one transaction that is rolled
 * back whatever comes of it. Nobody else sees anything of it. The rows that it writes are
 * locked meanwhile, and the embedded database serves nobody else: keep it short.
 */
export async function rehearse<T>(work: () => Promise<T>): Promise<T> {
  const whole = await database();
  let outcome: { readonly value: T } | undefined;
  try {
    await whole.transaction(async (tx) => {
      const { database: bound, end } = rehearsalDatabase(whole.kind, tx);
      try {
        outcome = { value: await slot().rehearsed.run(bound, work) };
      } finally {
        end();
      }
      throw new RehearsalEnd();
    });
  } catch (error) {
    if (!(error instanceof RehearsalEnd)) throw error;
  }
  if (!outcome) throw new Error("A rehearsal ended without an outcome.");
  return outcome.value;
}

/**
 * Opens the database of the process, applies pending migrations and makes the partitions of the logs. Once:
 * later calls give the same one. Throws MigrationProblem, DataDirectoryInUse, or the driver's error when the
 * database is away; the next call tries again.
 */
export function openDatabase(environment: Environment = env()): Promise<Database> {
  const place = slot();
  if (place.opened !== undefined) return place.opened;
  const opening = openReady(environment);
  place.opened = opening;
  opening.catch(() => {
    if (place.opened === opening) place.opened = undefined;
  });
  return opening;
}

/** Another database in place of the process's own, which is not closed. For tests. */
export function useDatabase(database: Database): void {
  slot().opened = Promise.resolve(database);
}

/** Closes the database of the process, if it was opened. */
export async function closeDatabase(): Promise<void> {
  const place = slot();
  const { opened } = place;
  place.opened = undefined;
  const database = await opened?.catch(() => undefined);
  await database?.close();
}

/** A database that is not the process's own and not migrated: for `idaas migrate`. The caller closes it. */
export async function connectDatabase(environment: Environment): Promise<Database> {
  const { databaseUrl, databasePoolSize, dataDir } = environment;
  if (databaseUrl === undefined) return openEmbedded(dataDir);
  return openPostgres({ url: databaseUrl, poolSize: databasePoolSize });
}

async function openReady(environment: Environment): Promise<Database> {
  const database = await connectDatabase(environment);
  try {
    await migrate(database);
    await ensureLogPartitions(database, new Date());
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
