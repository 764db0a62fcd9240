import { createHash } from "node:crypto";
import type { Sql } from "@/lib/db/sql";
import { type AuditEntry, auditContent } from "../entry";
import { AUDIT_LANES } from "../store";

interface Head {
  readonly lane: number;
  readonly sequence: number | bigint;
  readonly hash: Uint8Array;
}

/** Bounds the text of one statement. */
const AT_ONCE = 1000;

// The same lane as a single entry's of this connection.
const LOCK_HEAD = `SELECT lane, sequence, hash FROM audit_chains
  WHERE instance_id = $1 AND lane = pg_backend_pid() % ${AUDIT_LANES} FOR NO KEY UPDATE`;

const INSERT = `INSERT INTO audit_log
    (instance_id, time, lane, sequence, actor_id, application_id, action, target_id, content, hash)
  SELECT $1, e.time, e.lane, e.sequence, e.actor_id, e.application_id, e.action, e.target_id, e.content,
    decode(e.hash, 'hex')
  FROM json_to_recordset($2::json) AS e(time timestamptz, lane smallint, sequence bigint, actor_id text,
    application_id text, action text, target_id text, content text, hash text)`;

const MOVE_HEAD = `UPDATE audit_chains SET sequence = $3::text::bigint, hash = decode($4, 'hex')
  WHERE instance_id = $1 AND lane = $2::text::smallint`;

/**
 * Appends the entries of one change of many things, chained as `auditCte` chains one. To be
 * called last in a transaction: the head of the lane is held from here to its end, and
 * other writers of the lane wait for it.
 */
export async function appendAudits(
  tx: Sql,
  instanceId: string,
  entries: readonly AuditEntry[],
  onAppended: (count: number) => void = () => {},
): Promise<void> {
  if (entries.length === 0) return;
  const [head] = await tx.query<Head>(LOCK_HEAD, [instanceId]);
  if (!head) throw new Error(`The instance ${instanceId} has no audit chain.`);
  let sequence = BigInt(head.sequence);
  let hash: Uint8Array = head.hash;
  for (let start = 0; start < entries.length; start += AT_ONCE) {
    const rows = entries.slice(start, start + AT_ONCE).map((entry) => {
      const content = auditContent(entry);
      sequence += 1n;
      hash = chained(hash, [instanceId, String(head.lane), String(sequence), content]);
      return rowOf(entry, content, head.lane, sequence, hash);
    });
    await tx.query(INSERT, [instanceId, JSON.stringify(rows)]);
    onAppended(rows.length);
  }
  await tx.query(MOVE_HEAD, [instanceId, String(head.lane), String(sequence), hex(hash)]);
}

/** What `auditCte` computes in the database. */
function chained(previous: Uint8Array, parts: readonly string[]): Uint8Array {
  return createHash("sha256").update(previous).update(parts.join("\n")).digest();
}

function rowOf(entry: AuditEntry, content: string, lane: number, sequence: bigint, hash: Uint8Array) {
  return {
    time: entry.time,
    lane,
    sequence: String(sequence),
    actor_id: entry.actor.id,
    application_id: entry.actor.kind === "application" ? entry.actor.id : null,
    action: entry.action,
    target_id: entry.target.id,
    content,
    hash: hex(hash),
  };
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}
