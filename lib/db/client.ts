import { type Environment, env } from "@/lib/env";
import { openEmbedded } from "./embedded";
import { migrate } from "./migrate";
import { ensureLogPartitions } from "./partitions";
import { openPostgres } from "./postgres";
import type { Database } from "./sql";

interface Slot {
  opened: Promise<Database> | undefined;
}

// Next's bundle and the server's hold a copy of this module each; the process must hold one database.
const SLOT = Symbol.for("open-idaas.database");

function slot(): Slot {
  const known: Slot | undefined = Reflect.get(globalThis, SLOT);
  if (known !== undefined) return known;
  const fresh: Slot = { opened: undefined };
  Reflect.set(globalThis, SLOT, fresh);
  return fresh;
}

/** The database of the process; the first call opens it as `openDatabase` does. */
export function database(): Promise<Database> {
  return slot().opened ?? openDatabase();
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
