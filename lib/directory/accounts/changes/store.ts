import { database } from "@/lib/db/client";
import { foreignKeyViolation, uniqueViolation } from "@/lib/db/errors";
import { foldCase } from "@/lib/scim/compare";
import type { Caller } from "../../callers/caller";
import type { ExtendedField, FieldValue } from "../../extended-fields/extended-field";
import { fieldUniqueKey, fieldValueKey } from "../../extended-fields/field-value";
import { seal } from "../../extended-fields/seal";
import { findTakenField } from "../../extended-fields/values/store";
import { type AuditEntry, auditContent } from "../../logs/audit/entry";
import { auditCte } from "../../logs/audit/store";
import { accountInScope } from "../../scope-sql";
import { prepared } from "../../statement";
import type { AccountValues } from "../account";
import { organizationNotInScope } from "../organization";
import { phoneKey } from "../phone";
import { sealedPlace } from "../store";
import { accountDuplicate, fieldDuplicate } from "./duplicates";

/** What a statement writes: the values, with the password already hashed. */
export interface AccountWrite {
  readonly id: string;
  readonly values: AccountValues;
  /** undefined: the account keeps the password it has; null: it has none. */
  readonly passwordHash: string | null | undefined;
  readonly audit: AuditEntry;
}

/** Fields beyond those of the application: their defaults, on a new account. */
export type OtherValues = ReadonlyArray<readonly [ExtendedField, FieldValue]>;

// $1 to $17 of the statements below, in the order of accountParameters.
const AUDIT = {
  instanceId: "$1",
  time: "$15",
  actorId: "$16",
  applicationId: "$2",
  action: "$17",
  targetId: "$3",
};

const UNIQUE_EMAIL = "CASE WHEN (SELECT unique_email FROM instances WHERE id = $1) THEN $9::text END";
const UNIQUE_PHONE = "CASE WHEN (SELECT unique_phone FROM instances WHERE id = $1) THEN $10::text END";

const VALUES_OF_FIELDS = `jsonb_to_recordset($20::jsonb)
  AS v(field_id text, value jsonb, value_key text, unique_key text)`;

const INSERT = `WITH written AS (
    INSERT INTO accounts (instance_id, id, organization_id, username, username_key, display_name,
      display_name_key, email, email_key, email_unique_key, phone_region, phone_number, phone_value,
      phone_region_sent, phone_unique_key, password_hash, enabled, source, source_application_id,
      version, created_at, updated_at)
    VALUES ($1, $3, $4, $5, $6, $7, $8, $18, $9, ${UNIQUE_EMAIL}, split_part($10::text, ':', 1),
      split_part($10::text, ':', 2), $11, $12, ${UNIQUE_PHONE}, $13, $14, 'application', $2,
      1, $15::timestamptz, $15::timestamptz)
    ON CONFLICT DO NOTHING
    RETURNING instance_id, id, version
  ), external AS (
    INSERT INTO account_external_ids (instance_id, application_id, account_id, external_id)
    SELECT instance_id, $2, id, $19 FROM written WHERE $19::text IS NOT NULL
  ), extended AS (
    INSERT INTO extended_values (instance_id, account_id, field_id, value, value_key, unique_key)
    SELECT w.instance_id, w.id, v.field_id, v.value, v.value_key, v.unique_key FROM written w, ${VALUES_OF_FIELDS}
  ), ${auditCte("written", "$21::text", AUDIT)}
  SELECT version FROM written`;

/**
 * A new account with its external id, values and audit row: one statement, so one
 * transaction. Returns false when a key was taken: by whom, the caller finds out.
 *
 * @throws DirectoryError duplicate when a unique extended value is taken
 */
export async function insertAccount(
  caller: Caller,
  write: AccountWrite,
  others: OtherValues,
): Promise<boolean> {
  try {
    const rows = await (await database()).query(prepared(INSERT), accountParameters(caller, write, others));
    return rows.length > 0;
  } catch (error) {
    // The row of the account gives way by itself; that of its external id raises.
    if (uniqueViolation(error)?.constraint.includes("external_id")) return false;
    throw await problemOf(error, caller, write);
  }
}

const UPDATE = `WITH written AS (
    UPDATE accounts a SET organization_id = $4, username = $5, username_key = $6, display_name = $7,
      display_name_key = $8, email = $18, email_key = $9, email_unique_key = ${UNIQUE_EMAIL},
      phone_region = split_part($10::text, ':', 1), phone_number = split_part($10::text, ':', 2),
      phone_value = $11, phone_region_sent = $12, phone_unique_key = ${UNIQUE_PHONE},
      password_hash = nullif(coalesce($13, a.password_hash), ''), enabled = $14,
      version = a.version + 1, updated_at = $15::timestamptz
    WHERE a.instance_id = $1 AND a.id = $3 AND a.version = $22
    RETURNING instance_id, id, version
  ), external AS (
    INSERT INTO account_external_ids (instance_id, application_id, account_id, external_id)
    SELECT instance_id, $2, id, $19 FROM written WHERE $19::text IS NOT NULL
    ON CONFLICT (instance_id, application_id, account_id) DO UPDATE SET external_id = excluded.external_id
      WHERE account_external_ids.external_id <> excluded.external_id
  ), external_gone AS (
    DELETE FROM account_external_ids k USING written w
    WHERE $19::text IS NULL AND k.instance_id = w.instance_id AND k.application_id = $2 AND k.account_id = w.id
  ), extended AS (
    INSERT INTO extended_values (instance_id, account_id, field_id, value, value_key, unique_key)
    SELECT w.instance_id, w.id, v.field_id, v.value, v.value_key, v.unique_key FROM written w, ${VALUES_OF_FIELDS}
    ON CONFLICT (instance_id, account_id, field_id)
      DO UPDATE SET value = excluded.value, value_key = excluded.value_key, unique_key = excluded.unique_key
  ), extended_gone AS (
    DELETE FROM extended_values v USING written w, sync_fields s
    WHERE v.instance_id = w.instance_id AND v.account_id = w.id
      AND s.instance_id = v.instance_id AND s.application_id = $2 AND s.field_id = v.field_id
      AND NOT EXISTS (SELECT 1 FROM jsonb_to_recordset($20::jsonb) AS kept(field_id text)
        WHERE kept.field_id = v.field_id)
  ), ${auditCte("written", "$21::text", AUDIT)}
  SELECT version FROM written`;

/**
 * The new version, or undefined when the account is no longer at `version`.
 *
 * @throws DirectoryError duplicate naming the attribute
 */
export async function updateAccount(
  caller: Caller,
  write: AccountWrite,
  version: number,
): Promise<number | undefined> {
  const values = [...accountParameters(caller, write, []), version];
  try {
    const [row] = await (await database()).query<{ version: number }>(prepared(UPDATE), values);
    return row?.version;
  } catch (error) {
    throw await problemOf(error, caller, write);
  }
}

/**
 * Removes the account if the scope holds it; its groups are counted as changed. They are
 * locked before it, in the order in which a writer of their members locks.
 */
export async function deleteAccount(caller: Caller, id: string, audit: AuditEntry): Promise<boolean> {
  const statement = prepared(`WITH held AS (
      SELECT g.id FROM group_members m JOIN groups g ON g.instance_id = m.instance_id AND g.id = m.group_id
      WHERE m.instance_id = $1 AND m.account_id = $3 ORDER BY g.id FOR NO KEY UPDATE OF g
    ), written AS (
      DELETE FROM accounts a WHERE a.instance_id = $1 AND a.id = $3 AND (SELECT count(*) FROM held) >= 0
        AND ${accountInScope(caller.scope, "a", { instanceId: "$1", applicationId: "$2" })}
      RETURNING a.instance_id, a.id
    ), left_groups AS (
      UPDATE groups g SET version = g.version + 1, updated_at = $4::timestamptz
      FROM written w, held h WHERE g.instance_id = w.instance_id AND g.id = h.id
    ), ${auditCte("written", "$7::text", {
      instanceId: "$1",
      time: "$4",
      actorId: "$5",
      applicationId: "$2",
      action: "$6",
      targetId: "$3",
    })}
    SELECT id FROM written`);
  const values = [
    caller.instanceId,
    caller.applicationId,
    id,
    audit.time.toISOString(),
    audit.actor.id,
    audit.action,
    auditContent(audit),
  ];
  return (await (await database()).query(statement, values)).length > 0;
}

/** What a broken key means; anything else stays what it is. */
async function problemOf(error: unknown, caller: Caller, write: AccountWrite): Promise<unknown> {
  const violation = uniqueViolation(error);
  if (violation?.constraint.includes("extended_values")) {
    return fieldDuplicate(caller, await findTakenField(caller, write.id, write.values.extended));
  }
  if (violation) return accountDuplicate(violation.constraint) ?? error;
  // The organization was deleted since it was looked up.
  const lost = foreignKeyViolation(error)?.constraint.includes("organization_id");
  return lost ? organizationNotInScope(write.values.organizationId) : error;
}

/** $1 to $21 of INSERT and UPDATE. */
function accountParameters(caller: Caller, write: AccountWrite, others: OtherValues): unknown[] {
  const { id, values, audit } = write;
  const { displayName, email, phone } = values;
  return [
    caller.instanceId,
    caller.applicationId,
    id,
    values.organizationId,
    values.username,
    foldCase(values.username),
    displayName ?? null,
    displayName === undefined ? null : foldCase(displayName),
    email === undefined ? null : foldCase(email),
    phone === undefined ? null : phoneKey(phone),
    phone?.value ?? null,
    phone?.regionSent ?? null,
    // In UPDATE null keeps the hash that is there, and no hash is empty: "" clears it.
    write.passwordHash === null ? "" : (write.passwordHash ?? null),
    values.enabled,
    audit.time.toISOString(),
    audit.actor.id,
    audit.action,
    email ?? null,
    values.externalId ?? null,
    JSON.stringify(fieldRows(caller, id, values.extended, others)),
    auditContent(audit),
  ];
}

interface FieldRow {
  readonly field_id: string;
  readonly value: FieldValue;
  readonly value_key: string | null;
  readonly unique_key: string | null;
}

function fieldRows(
  caller: Caller,
  accountId: string,
  extended: ReadonlyMap<string, FieldValue>,
  others: OtherValues,
): FieldRow[] {
  const rows = others.map(([field, value]) => fieldRow(caller, accountId, field, value));
  for (const field of caller.syncFields) {
    const value = extended.get(field.id);
    if (value !== undefined) rows.push(fieldRow(caller, accountId, field, value));
  }
  return rows;
}

function fieldRow(caller: Caller, accountId: string, field: ExtendedField, value: FieldValue): FieldRow {
  const place = sealedPlace(caller.instanceId, accountId, field.id);
  return {
    field_id: field.id,
    value: field.encrypted ? seal(JSON.stringify(value), place) : value,
    value_key: fieldValueKey(field, value),
    unique_key: fieldUniqueKey(field, value),
  };
}
