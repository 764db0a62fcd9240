import type { Sql } from "@/lib/db/sql";
import { foldCase } from "@/lib/scim/compare";
import type { Change } from "../../../change/store";
import type { ExtendedField, FieldValue } from "../../../extended-fields/extended-field";
import { fieldUniqueKey, fieldValueKey } from "../../../extended-fields/field-value";
import { seal, unseal } from "../../../extended-fields/seal";
import type { AccountValues } from "../../account";
import { phoneKey } from "../../phone";
import { sealedPlace } from "../../store";

/** An account as an administrator's change finds it, its row held. */
export interface HeldAccount {
  readonly id: string;
  readonly values: AccountValues;
  readonly version: number;
}

/** An account to write: the values, with the password already hashed. */
export interface AccountToInsert {
  readonly id: string;
  readonly values: AccountValues;
  readonly passwordHash: string | undefined;
}

interface HeldRow {
  readonly id: string;
  readonly organization_id: string;
  readonly username: string;
  readonly display_name: string | null;
  readonly email: string | null;
  readonly phone_value: string | null;
  readonly phone_region_sent: string | null;
  readonly phone_region: string | null;
  readonly phone_number: string | null;
  readonly enabled: boolean;
  readonly version: number;
  readonly extended: Readonly<Record<string, FieldValue>> | null;
}

// In the order of their ids, as every writer of several accounts locks them.
const LOCK = `SELECT a.id, a.organization_id, a.username, a.display_name, a.email, a.phone_value,
    a.phone_region_sent, a.phone_region, a.phone_number, a.enabled, a.version,
    (SELECT jsonb_object_agg(v.field_id, v.value) FROM extended_values v
      WHERE v.instance_id = a.instance_id AND v.account_id = a.id) AS extended
  FROM accounts a WHERE a.instance_id = $1 AND a.id IN (SELECT json_array_elements_text($2::json))
  ORDER BY a.id FOR NO KEY UPDATE OF a`;

/** The accounts that exist of those, by id. */
export async function lockAccounts(
  { sql, instanceId }: Change,
  ids: readonly string[],
  fields: readonly ExtendedField[],
): Promise<HeldAccount[]> {
  const rows = await sql.query<HeldRow>(LOCK, [instanceId, JSON.stringify(ids)]);
  return rows.map((row) => heldOf(instanceId, row, fields));
}

const UNIQUE_EMAIL = "CASE WHEN i.unique_email THEN r.email_key END";
const UNIQUE_PHONE = "CASE WHEN i.unique_phone THEN r.phone_key END";

const ROWS = `json_to_recordset($2::json) AS r(id text, organization_id text, username text, username_key text,
    display_name text, display_name_key text, email text, email_key text, phone_region text, phone_number text,
    phone_value text, phone_region_sent text, phone_key text, password_hash text, enabled boolean)`;

const INSERT = `INSERT INTO accounts (instance_id, id, organization_id, username, username_key, display_name,
    display_name_key, email, email_key, email_unique_key, phone_region, phone_number, phone_value,
    phone_region_sent, phone_unique_key, password_hash, enabled, source, source_application_id, version,
    created_at, updated_at)
  SELECT i.id, r.id, r.organization_id, r.username, r.username_key, r.display_name, r.display_name_key, r.email,
    r.email_key, ${UNIQUE_EMAIL}, r.phone_region, r.phone_number, r.phone_value, r.phone_region_sent,
    ${UNIQUE_PHONE}, r.password_hash, r.enabled, $3::account_source, NULL, 1, $4::timestamptz, $4::timestamptz
  FROM instances i, ${ROWS} WHERE i.id = $1`;

/** New accounts with their extended values, however many, in two statements. */
export async function insertAccounts(
  sql: Sql,
  instanceId: string,
  accounts: readonly AccountToInsert[],
  fields: readonly ExtendedField[],
  { source, time }: { readonly source: "console" | "csv_import"; readonly time: Date },
): Promise<void> {
  const rows = accounts.map(({ id, values, passwordHash }) => ({
    ...columnsOf(id, values),
    password_hash: passwordHash ?? null,
  }));
  await sql.query(INSERT, [instanceId, JSON.stringify(rows), source, time.toISOString()]);
  const extended = accounts.flatMap(({ id, values }) => valueRows(instanceId, id, values.extended, fields));
  if (extended.length > 0) await sql.query(PUT_VALUES, [instanceId, JSON.stringify(extended)]);
}

const UPDATE = `UPDATE accounts a SET organization_id = r.organization_id, username = r.username,
    username_key = r.username_key, display_name = r.display_name, display_name_key = r.display_name_key,
    email = r.email, email_key = r.email_key, email_unique_key = ${UNIQUE_EMAIL},
    phone_region = r.phone_region, phone_number = r.phone_number, phone_value = r.phone_value,
    phone_region_sent = r.phone_region_sent, phone_unique_key = ${UNIQUE_PHONE}, enabled = r.enabled,
    version = a.version + 1, updated_at = $3::timestamptz
  FROM instances i, ${ROWS} WHERE i.id = $1 AND a.instance_id = $1 AND a.id = r.id`;

const PUT_VALUES = `INSERT INTO extended_values (instance_id, account_id, field_id, value, value_key, unique_key)
  SELECT $1, v.account_id, v.field_id, v.value, v.value_key, v.unique_key
  FROM json_to_recordset($2::json) AS v(account_id text, field_id text, value jsonb, value_key text, unique_key text)
  ON CONFLICT (instance_id, account_id, field_id)
    DO UPDATE SET value = excluded.value, value_key = excluded.value_key, unique_key = excluded.unique_key`;

const CLEAR_VALUES = `DELETE FROM extended_values
  WHERE instance_id = $1 AND account_id = $2 AND field_id IN (SELECT json_array_elements_text($3::json))`;

/** Brings an account whose row the change holds to new values. The password stays. */
export async function updateAccount(
  { sql, instanceId, now }: Change,
  account: HeldAccount,
  values: AccountValues,
  fields: readonly ExtendedField[],
): Promise<void> {
  const { id } = account;
  await sql.query(UPDATE, [instanceId, JSON.stringify([columnsOf(id, values)]), now.toISOString()]);
  const gone = [...account.values.extended.keys()].filter((fieldId) => !values.extended.has(fieldId));
  if (gone.length > 0) await sql.query(CLEAR_VALUES, [instanceId, id, JSON.stringify(gone)]);
  const changed = new Map(
    [...values.extended].filter(([fieldId, value]) => !same(account.values.extended.get(fieldId), value)),
  );
  const rows = valueRows(instanceId, id, changed, fields);
  if (rows.length > 0) await sql.query(PUT_VALUES, [instanceId, JSON.stringify(rows)]);
}

/** Sets one thing of accounts whose rows the change holds. */
export async function setColumn(
  { sql, instanceId, now }: Change,
  ids: readonly string[],
  set:
    | { readonly enabled: boolean }
    | { readonly organizationId: string }
    | { readonly passwordHash: string },
): Promise<void> {
  const [column, value] =
    "enabled" in set
      ? ["enabled = $4::text::boolean", String(set.enabled)]
      : "organizationId" in set
        ? ["organization_id = $4", set.organizationId]
        : ["password_hash = $4", set.passwordHash];
  await sql.query(
    `UPDATE accounts SET ${column}, version = version + 1, updated_at = $3::timestamptz
     WHERE instance_id = $1 AND id IN (SELECT json_array_elements_text($2::json))`,
    [instanceId, JSON.stringify(ids), now.toISOString(), value],
  );
}

// The groups first, in the order in which a writer of their members locks.
const TOUCH_GROUPS = `WITH held AS (
    SELECT g.id FROM groups g WHERE g.instance_id = $1 AND g.id IN (
      SELECT m.group_id FROM group_members m
      WHERE m.instance_id = $1 AND m.account_id IN (SELECT json_array_elements_text($2::json)))
    ORDER BY g.id FOR NO KEY UPDATE OF g
  )
  UPDATE groups g SET version = g.version + 1, updated_at = $3::timestamptz
  FROM held h WHERE g.instance_id = $1 AND g.id = h.id`;

/** Counts the groups of accounts as changed. Before the accounts are locked: a writer of members locks in that order. */
export async function touchGroupsOf(
  { sql, instanceId, now }: Change,
  accountIds: readonly string[],
): Promise<void> {
  await sql.query(TOUCH_GROUPS, [instanceId, JSON.stringify(accountIds), now.toISOString()]);
}

export async function deleteAccountRows({ sql, instanceId }: Change, ids: readonly string[]): Promise<void> {
  await sql.query(
    "DELETE FROM accounts WHERE instance_id = $1 AND id IN (SELECT json_array_elements_text($2::json))",
    [instanceId, JSON.stringify(ids)],
  );
}

function columnsOf(id: string, values: AccountValues) {
  const { displayName, email, phone } = values;
  return {
    id,
    organization_id: values.organizationId,
    username: values.username,
    username_key: foldCase(values.username),
    display_name: displayName ?? null,
    display_name_key: displayName === undefined ? null : foldCase(displayName),
    email: email ?? null,
    email_key: email === undefined ? null : foldCase(email),
    phone_region: phone?.region ?? null,
    phone_number: phone?.number ?? null,
    phone_value: phone?.value ?? null,
    phone_region_sent: phone?.regionSent ?? null,
    phone_key: phone ? phoneKey(phone) : null,
    enabled: values.enabled,
  };
}

function valueRows(
  instanceId: string,
  accountId: string,
  extended: ReadonlyMap<string, FieldValue>,
  fields: readonly ExtendedField[],
) {
  return fields.flatMap((field) => {
    const value = extended.get(field.id);
    if (value === undefined) return [];
    const sealed =
      field.encrypted && seal(JSON.stringify(value), sealedPlace(instanceId, accountId, field.id));
    return {
      account_id: accountId,
      field_id: field.id,
      value: sealed === false ? value : sealed,
      value_key: fieldValueKey(field, value),
      unique_key: fieldUniqueKey(field, value),
    };
  });
}

function heldOf(instanceId: string, row: HeldRow, fields: readonly ExtendedField[]): HeldAccount {
  const extended = new Map<string, FieldValue>();
  for (const field of fields) {
    const stored = row.extended?.[field.id];
    if (stored !== undefined) extended.set(field.id, opened(instanceId, row.id, field, stored));
  }
  const { phone_value: value, phone_region: region, phone_number: number } = row;
  const phone =
    value === null || region === null || number === null
      ? undefined
      : { value, region, number, regionSent: row.phone_region_sent ?? undefined };
  const values: AccountValues = {
    username: row.username,
    displayName: row.display_name ?? undefined,
    email: row.email ?? undefined,
    phone,
    enabled: row.enabled,
    organizationId: row.organization_id,
    externalId: undefined,
    extended,
  };
  return { id: row.id, values, version: row.version };
}

function opened(instanceId: string, accountId: string, field: ExtendedField, stored: FieldValue): FieldValue {
  if (!field.encrypted || typeof stored !== "string") return stored;
  const value: FieldValue = JSON.parse(unseal(stored, sealedPlace(instanceId, accountId, field.id)));
  return value;
}

function same(before: FieldValue | undefined, after: FieldValue): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}
