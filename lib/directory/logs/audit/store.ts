import type { Sql } from "@/lib/db/sql";
import { type AuditEntry, auditContent } from "./entry";

/** Lanes of an instance's chain: as many writers append without waiting for each other (decision 003). */
export const AUDIT_LANES = 32;

/**
 * Two CTEs that append one row to the audit log, chained by hash to the head of the
 * lane of this database connection. Nothing is appended unless `guard` yields its one
 * row; the head is locked last, so that no writer waits while holding it.
 *
 * hash = sha256(previous hash ‖ instance ‖ lane ‖ sequence ‖ content), separated by
 * line feeds; verified by `verifyAuditLog`.
 *
 * @param source a FROM item (usually a CTE) of at most one row, the change itself
 * @param content an SQL expression over it, of type text: the JSON of auditContent
 * @param parameters the SQL expressions of the other columns
 */
export function auditCte(
  source: string,
  content: string,
  parameters: {
    readonly instanceId: string;
    readonly time: string;
    readonly actorId: string;
    readonly applicationId: string;
    readonly action: string;
    readonly targetId: string;
  },
): string {
  return `audit_head AS (
    UPDATE audit_chains c
    SET sequence = c.sequence + 1,
        hash = sha256(c.hash || convert_to(
          c.instance_id || E'\\n' || c.lane || E'\\n' || (c.sequence + 1) || E'\\n' || e.content, 'UTF8'))
    FROM (SELECT ${content} AS content, ${parameters.targetId}::text AS target_id, ${parameters.action}::text AS action FROM ${source}) e
    WHERE c.instance_id = ${parameters.instanceId} AND c.lane = pg_backend_pid() % ${AUDIT_LANES}
    RETURNING c.lane, c.sequence, c.hash, e.content, e.target_id, e.action
  ), audit_row AS (
    INSERT INTO audit_log
      (instance_id, time, lane, sequence, actor_id, application_id, action, target_id, content, hash)
    SELECT ${parameters.instanceId}, ${parameters.time}::timestamptz, lane, sequence, ${parameters.actorId},
      ${parameters.applicationId}, action, target_id, content, hash
    FROM audit_head
  )`;
}

const APPEND_AUDIT = {
  name: "audit_append",
  text: `WITH ${auditCte("(SELECT 1) one", "$7::text", {
    instanceId: "$1",
    time: "$2",
    actorId: "$3",
    applicationId: "$4",
    action: "$5",
    targetId: "$6",
  })} SELECT 1`,
};

/** Appends one entry inside the transaction of the change that it records. */
export async function appendAudit(tx: Sql, instanceId: string, entry: AuditEntry): Promise<void> {
  await tx.query(APPEND_AUDIT, [
    instanceId,
    entry.time.toISOString(),
    entry.actor.id,
    entry.actor.kind === "application" ? entry.actor.id : null,
    entry.action,
    entry.target.id,
    auditContent(entry),
  ]);
}
