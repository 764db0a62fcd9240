import { database } from "@/lib/db/client";
import { uniqueViolation } from "@/lib/db/errors";
import type { Sql } from "@/lib/db/sql";
import { foldCase } from "@/lib/scim/compare";
import type { Caller } from "../../callers/caller";
import { duplicate } from "../../error";
import { type AuditEntry, auditContent } from "../../logs/audit/entry";
import { auditCte } from "../../logs/audit/store";
import { accountInScope, groupInScope } from "../../scope-sql";
import { prepared } from "../../statement";

/** The net change of a group's members, whatever it holds now. */
export interface MembershipChange {
  /** Whether the members that `add` does not name leave. */
  readonly clear: boolean;
  readonly add: readonly string[];
  readonly remove: readonly string[];
  /** Members that must be there before, or nothing happens (RFC 7644 §3.5.2, noTarget). */
  readonly mustMatch: readonly string[];
}

export const NO_MEMBERSHIP_CHANGE: MembershipChange = { clear: false, add: [], remove: [], mustMatch: [] };

/** The new name and external id; undefined: as it is; null: none. */
export interface GroupWrite {
  readonly id: string;
  readonly displayName: string | undefined;
  readonly externalId: string | null | undefined;
  readonly members: MembershipChange;
  readonly audit: AuditEntry;
}

/** What came of a write. Nothing was written when `missing` or `unmatched` name someone. */
export interface GroupWritten {
  /** Accounts to add that are not in the caller's scope. */
  readonly missing: readonly string[];
  /** Of mustMatch, who is no member. */
  readonly unmatched: readonly string[];
  /** Whether anything differs from before. */
  readonly changed: boolean;
}

/** Where the audit entry's content says which members came and went. */
export const ADDED = "@added";
export const REMOVED = "@removed";

const SCOPE = { instanceId: "$1", applicationId: "$2" };
const AUDIT = { ...SCOPE, time: "$6", actorId: "$7", action: "$8", targetId: "$3" };

/**
 * The accounts to add, and those of them that the caller sees: held until the end, so that
 * the foreign keys of the new members wait for nobody, and one who is deleted meanwhile is
 * missing.
 *
 * @param condition under which they are looked up at all; what it reads is locked before them
 */
function wantedMembers(caller: Caller, ids: string, condition: string): string {
  return `wanted AS (SELECT DISTINCT id FROM unnest(${ids}::text[]) AS id WHERE ${condition}),
  visible AS (SELECT a.id FROM wanted w JOIN accounts a ON a.instance_id = $1 AND a.id = w.id
    WHERE ${accountInScope(caller.scope, "a", SCOPE)} ORDER BY a.id FOR KEY SHARE OF a),
  missing AS (SELECT id FROM wanted EXCEPT SELECT id FROM visible)`;
}

const CONTENT = `replace(replace($9::text, '"${ADDED}"', (SELECT coalesce(json_agg(account_id), '[]')::text FROM added)),
  '"${REMOVED}"', (SELECT coalesce(json_agg(account_id), '[]')::text FROM removed))`;

/**
 * A new group with its members, external id, place in the caller's scope and audit row,
 * in one statement. `changed` is false when the name was taken, or a member is missing.
 *
 * @returns undefined when the external id was taken
 */
export async function insertGroup(
  caller: Caller,
  write: GroupWrite & { readonly displayName: string },
): Promise<GroupWritten | undefined> {
  const statement = prepared(`WITH ${wantedMembers(caller, "$10", "TRUE")}, written AS (
      INSERT INTO groups (instance_id, id, display_name, display_name_key, source_application_id, version,
        created_at, updated_at)
      SELECT $1, $3, $4, $5, $2, 1, $6::timestamptz, $6::timestamptz WHERE NOT EXISTS (SELECT 1 FROM missing)
      ON CONFLICT DO NOTHING
      RETURNING instance_id, id
    ), scoped AS (
      INSERT INTO scope_groups (instance_id, application_id, group_id) SELECT instance_id, $2, id FROM written
    ), external AS (
      INSERT INTO group_external_ids (instance_id, application_id, group_id, external_id)
      SELECT instance_id, $2, id, $11 FROM written WHERE $11::text IS NOT NULL
    ), added AS (
      INSERT INTO group_members (instance_id, group_id, account_id)
      SELECT w.instance_id, w.id, v.id FROM written w, visible v
      RETURNING account_id
    ), removed AS (SELECT NULL::text AS account_id WHERE FALSE),
    ${auditCte("written", CONTENT, AUDIT)}
    SELECT ARRAY(SELECT id FROM missing LIMIT 10) AS missing, ARRAY[]::text[] AS unmatched,
      EXISTS (SELECT 1 FROM written) AS changed`);
  const values = [...commonValues(caller, write), write.members.add, write.externalId ?? null];
  try {
    const [row] = await (await database()).query<GroupWritten>(statement, values);
    return row;
  } catch (error) {
    // The row of the group gives way by itself; that of its external id raises.
    if (uniqueViolation(error)?.constraint.includes("external_id")) return undefined;
    throw error;
  }
}

const LOCK = {
  name: "group_lock",
  text: "SELECT 1 FROM groups WHERE instance_id = $1 AND id = $2 FOR NO KEY UPDATE",
};

/**
 * The change of a group in one statement that never loads its members: the cost is
 * that of the members named, not of those there are. The group's row is locked before
 * anything else, so that its writers stand in line and cannot wait for each other.
 *
 * @returns undefined when the group is not in the caller's scope
 */
export async function updateGroup(caller: Caller, write: GroupWrite): Promise<GroupWritten | undefined> {
  const db = await database();
  const { clear, add, remove } = write.members;
  if (!clear && (add.length === 0 || remove.length === 0)) return updateMembership(db, caller, write);
  // What was waited for must be seen: who is replaced, and whom another writer put in place of whom.
  return db.transaction(async (tx) => {
    await tx.query(LOCK, [caller.instanceId, write.id]);
    return updateMembership(tx, caller, write);
  });
}

async function updateMembership(
  sql: Sql,
  caller: Caller,
  write: GroupWrite,
): Promise<GroupWritten | undefined> {
  const { clear, add, remove, mustMatch } = write.members;
  const leaving = clear
    ? "(NOT EXISTS (SELECT 1 FROM wanted w WHERE w.id = m.account_id) OR m.account_id = ANY ($11::text[]))"
    : "m.account_id = ANY ($11::text[])";
  const external = externalIdCtes(write.externalId);
  const statement = prepared(`WITH target AS (
      SELECT g.instance_id, g.id FROM groups g
      WHERE g.instance_id = $1 AND g.id = $3 AND ${groupInScope("g", SCOPE)} FOR NO KEY UPDATE OF g
    ), ${wantedMembers(caller, "$10", "EXISTS (SELECT 1 FROM target)")}, unmatched AS (
      SELECT id FROM unnest($12::text[]) AS id WHERE NOT EXISTS (SELECT 1 FROM group_members m
        WHERE m.instance_id = $1 AND m.group_id = $3 AND m.account_id = id)
    ), allowed AS (
      SELECT * FROM target WHERE NOT EXISTS (SELECT 1 FROM missing) AND NOT EXISTS (SELECT 1 FROM unmatched)
    ), added AS (
      INSERT INTO group_members (instance_id, group_id, account_id)
      SELECT t.instance_id, t.id, v.id FROM allowed t, visible v
      ON CONFLICT DO NOTHING
      RETURNING account_id
    ), removed AS (
      DELETE FROM group_members m USING allowed t
      WHERE m.instance_id = $1 AND m.group_id = t.id AND ${leaving}
      RETURNING m.account_id
    ), ${external.ctes} written AS (
      UPDATE groups g SET display_name = coalesce($4, g.display_name),
        display_name_key = coalesce($5, g.display_name_key),
        version = g.version + 1, updated_at = $6::timestamptz
      FROM allowed t
      WHERE g.instance_id = $1 AND g.id = t.id
        AND (EXISTS (SELECT 1 FROM added) OR EXISTS (SELECT 1 FROM removed) OR g.display_name <> $4
          ${external.changed})
      RETURNING g.instance_id, g.id
    ), ${auditCte("written", CONTENT, AUDIT)}
    SELECT ARRAY(SELECT id FROM missing LIMIT 10) AS missing, ARRAY(SELECT id FROM unmatched LIMIT 10) AS unmatched,
      EXISTS (SELECT 1 FROM written) AS changed
    FROM target`);
  const values = [...commonValues(caller, write), add, clear ? [] : remove, mustMatch, ...external.values];
  return writeGroup(sql, statement, values);
}

/** Removes the group if it is in scope. */
export async function deleteGroup(caller: Caller, id: string, audit: AuditEntry): Promise<boolean> {
  const statement = prepared(`WITH written AS (
      DELETE FROM groups g WHERE g.instance_id = $1 AND g.id = $3 AND ${groupInScope("g", SCOPE)}
      RETURNING g.instance_id, g.id
    ), ${auditCte("written", "$7::text", { ...SCOPE, time: "$4", actorId: "$5", action: "$6", targetId: "$3" })}
    SELECT id FROM written`);
  const { time, actor, action } = audit;
  const values = [caller.instanceId, caller.applicationId, id, time.toISOString(), actor.id, action];
  return (await (await database()).query(statement, [...values, auditContent(audit)])).length > 0;
}

/** $1 to $9. */
function commonValues(caller: Caller, write: GroupWrite): unknown[] {
  const { displayName, audit } = write;
  return [
    caller.instanceId,
    caller.applicationId,
    write.id,
    displayName ?? null,
    displayName === undefined ? null : foldCase(displayName),
    audit.time.toISOString(),
    audit.actor.id,
    audit.action,
    auditContent(audit),
  ];
}

function externalIdCtes(externalId: string | null | undefined): {
  ctes: string;
  changed: string;
  values: readonly unknown[];
} {
  if (externalId === undefined) return { ctes: "", changed: "", values: [] };
  const changed = "OR EXISTS (SELECT 1 FROM external)";
  if (externalId === null) {
    const ctes = `external AS (
      DELETE FROM group_external_ids k USING allowed t
      WHERE k.instance_id = $1 AND k.application_id = $2 AND k.group_id = t.id RETURNING 1),`;
    return { ctes, changed, values: [] };
  }
  const ctes = `external AS (
      INSERT INTO group_external_ids (instance_id, application_id, group_id, external_id)
      SELECT t.instance_id, $2, t.id, $13 FROM allowed t
      ON CONFLICT (instance_id, application_id, group_id) DO UPDATE SET external_id = excluded.external_id
        WHERE group_external_ids.external_id <> excluded.external_id
      RETURNING 1),`;
  return { ctes, changed, values: [externalId] };
}

async function writeGroup(
  sql: Sql,
  statement: ReturnType<typeof prepared>,
  values: readonly unknown[],
): Promise<GroupWritten | undefined> {
  try {
    const [row] = await sql.query<GroupWritten>(statement, values);
    return row;
  } catch (error) {
    throw groupDuplicate(error) ?? error;
  }
}

function groupDuplicate(error: unknown) {
  const violation = uniqueViolation(error);
  if (!violation) return undefined;
  return violation.constraint.includes("external_id")
    ? duplicate("externalId", "Another group carries this externalId of this application.")
    : duplicate("displayName", "A group with this displayName exists already.");
}
