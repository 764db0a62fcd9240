import type { Database, Sql, Transaction } from "./sql";

/** A database that is one transaction, until `end` is called. */
export interface Rehearsal {
  readonly database: Database;
  /** From here on it refuses: what was forgotten in it must not wait for a transaction that is over. */
  end(): void;
}

/**
 * The database of a rehearsal: what the program asks of it happens in `tx`, one thing after
 * the other, each behind a savepoint, because a statement that fails would end the
 * transaction for those that come after. There is no Prisma in it: on the embedded database
 * Prisma would wait for the one connection that `tx` holds.
 */
export function rehearsalDatabase(kind: Database["kind"], tx: Transaction): Rehearsal {
  let over = false;
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(async () => {
      if (over) throw new Error("The rehearsal is over: its transaction was rolled back.");
      return behindSavepoint(tx, work);
    });
    last = turn.catch(() => {});
    return turn;
  };
  const database: Database = {
    kind,
    get prisma(): never {
      throw new Error("A rehearsal has no Prisma: use its statements.");
    },
    query: (statement, values) => inTurn(() => tx.query(statement, values)),
    transaction: (work) => inTurn(() => work(tx)),
    close: async () => {},
  };
  const end = () => {
    over = true;
  };
  return { database, end };
}

async function behindSavepoint<T>(tx: Sql, work: () => Promise<T>): Promise<T> {
  await tx.query("SAVEPOINT rehearsed");
  try {
    const result = await work();
    await tx.query("RELEASE SAVEPOINT rehearsed");
    return result;
  } catch (error) {
    await tx.query("ROLLBACK TO SAVEPOINT rehearsed");
    throw error;
  }
}
