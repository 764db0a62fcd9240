import { closeDatabase, openDatabase } from "@/lib/db/client";
import { readEnvironment } from "@/lib/env";
import { type ApplicationOptions, type ReadyApplication, readyApplication } from "@/test/ready-application";
import type { Home } from "./server-process";

/** Works on a home's database in this process, while no server holds it or, on PostgreSQL, beside one. */
export async function within<T>({ variables }: Home, work: () => Promise<T>): Promise<T> {
  await openDatabase(readEnvironment(variables));
  try {
    return await work();
  } finally {
    await closeDatabase();
  }
}

/** An application in a home's database, ready to synchronize. */
export function applicationIn(home: Home, options: ApplicationOptions = {}): Promise<ReadyApplication> {
  return within(home, () => readyApplication(options));
}
