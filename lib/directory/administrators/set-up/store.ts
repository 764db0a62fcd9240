import { database } from "@/lib/db/client";
import type { Sql } from "@/lib/db/sql";
import type { Change } from "../../change/store";

// Any number that no other lock of the program takes.
const SET_UP_LOCK = 72_707_410;

/** One set-up at a time, until the transaction ends. @returns whether there is an administrator already */
export async function holdSetUp({ sql }: Change): Promise<boolean> {
  await sql.query(`SELECT 1 FROM pg_advisory_xact_lock(${SET_UP_LOCK})`);
  return exist(sql);
}

export async function administratorsExist(): Promise<boolean> {
  return exist(await database());
}

async function exist(sql: Sql): Promise<boolean> {
  const [row] = await sql.query<{ known: boolean }>("SELECT EXISTS (SELECT 1 FROM administrators) AS known");
  return row?.known === true;
}
