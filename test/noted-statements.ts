import { useDatabase as putDatabase } from "@/lib/db/client";
import { type Database, type Statement, textOf } from "@/lib/db/sql";
import { flushRequestLog } from "@/lib/directory/logs/requests/writer";

/** A statement as the program sent it. */
export interface Noted {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** The statements that a piece of work executes, without those of the request log. */
export async function statementsOf(database: Database, work: () => Promise<unknown>): Promise<Noted[]> {
  // A flush that waits from before must not fall into the count.
  await flushRequestLog();
  const noted: Noted[] = [];
  putDatabase(noting(database, noted));
  try {
    await work();
  } finally {
    putDatabase(database);
  }
  return noted.filter(({ text }) => !text.includes("request_logs"));
}

/** Another face of a database, which notes the statements that go through it. */
function noting(database: Database, noted: Noted[]): Database {
  const note = (statement: Statement | string, values: readonly unknown[] = []) => {
    noted.push({ text: textOf(statement), values });
  };
  return {
    kind: database.kind,
    get prisma() {
      return database.prisma;
    },
    query: (statement, values) => {
      note(statement, values);
      return database.query(statement, values);
    },
    transaction: (work) =>
      database.transaction((tx) =>
        work({
          query: (statement, values) => {
            note(statement, values);
            return tx.query(statement, values);
          },
          script: (text) => tx.script(text),
        }),
      ),
    close: () => database.close(),
  };
}
