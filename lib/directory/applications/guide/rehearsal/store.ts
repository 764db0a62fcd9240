import { rehearse } from "@/lib/db/client";

/** Work in a transaction that is rolled back: nothing of it stays, and nobody sees it. */
export function rolledBack<T>(work: () => Promise<T>): Promise<T> {
  return rehearse(work);
}
