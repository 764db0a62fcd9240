import { database } from "@/lib/db/client";
import type { Sql } from "@/lib/db/sql";

/** A row of the audit log as it stands; hash in hexadecimal, time in milliseconds. */
export interface AuditRow {
  readonly lane: number;
  readonly sequence: number;
  readonly time: Date;
  readonly actor_id: string;
  readonly application_id: string | null;
  readonly action: string;
  readonly target_id: string;
  readonly content: string;
  readonly hash: string;
}

/** How far a lane's chain goes, as its head says. */
export interface AuditHead {
  readonly lane: number;
  readonly sequence: number;
  readonly hash: string;
}

/** The log of an instance at one moment, while writers go on. */
export interface AuditSnapshot {
  readonly heads: readonly AuditHead[];
  /** Lane by lane in the order of the sequence; fetched a thousand at a time. */
  readonly rows: AsyncIterable<AuditRow>;
}

const HEADS = `SELECT lane, sequence, encode(hash, 'hex') AS hash FROM audit_chains
  WHERE instance_id = $1 ORDER BY lane`;

// A cursor sorts once and streams, where pages by key would sort the log for each page:
// no index has this order.
const OPEN = `DECLARE audit_rows NO SCROLL CURSOR FOR
  SELECT lane, sequence, time, actor_id, application_id, action, target_id, content, encode(hash, 'hex') AS hash
  FROM audit_log WHERE instance_id = $1 ORDER BY lane, sequence, time`;

/** Reads the log in one transaction, whose snapshot holds the heads and the rows of the same moment. */
export async function withAuditSnapshot<T>(
  instanceId: string,
  work: (snapshot: AuditSnapshot) => Promise<T>,
): Promise<T> {
  return (await database()).transaction(async (tx) => {
    await tx.query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
    const heads = await tx.query<AuditHead>(HEADS, [instanceId]);
    await tx.query(OPEN, [instanceId]);
    return work({ heads, rows: fetched(tx) });
  });
}

async function* fetched(tx: Sql): AsyncGenerator<AuditRow> {
  for (;;) {
    const rows = await tx.query<AuditRow>("FETCH 1000 FROM audit_rows");
    if (rows.length === 0) return;
    yield* rows;
  }
}
