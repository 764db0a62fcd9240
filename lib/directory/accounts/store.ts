import { database } from "@/lib/db/client";
import { foldCase } from "@/lib/scim/compare";
import type { Caller } from "../callers/caller";
import type { ExtendedField, FieldValue } from "../extended-fields/extended-field";
import { unseal } from "../extended-fields/seal";
import { accountInScope } from "../scope-sql";
import { prepared } from "../statement";
import type { Account, AccountValues } from "./account";
import { phoneKey } from "./phone";

interface AccountRow {
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
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly external_id: string | null;
  readonly extended: Readonly<Record<string, FieldValue>> | null;
  readonly groups: ReadonlyArray<{ readonly id: string; readonly displayName: string }> | null;
}

/** In every statement on accounts: $1 the instance, $2 the application. */
const PARAMETERS = { instanceId: "$1", applicationId: "$2" };

/** The FROM clause of accounts as one application sees them: `a`, and its external id `x`. */
const ACCOUNTS_FROM = `accounts a LEFT JOIN account_external_ids x
  ON x.instance_id = a.instance_id AND x.application_id = $2 AND x.account_id = a.id`;

const EXTENDED = `(SELECT jsonb_object_agg(v.field_id, v.value) FROM extended_values v
  JOIN sync_fields sf ON sf.instance_id = v.instance_id AND sf.field_id = v.field_id AND sf.application_id = $2
  WHERE v.instance_id = a.instance_id AND v.account_id = a.id)`;

const GROUPS = `(SELECT jsonb_agg(jsonb_build_object('id', g.id, 'displayName', g.display_name) ORDER BY g.id)
  FROM group_members m JOIN groups g ON g.instance_id = m.instance_id AND g.id = m.group_id
  JOIN scope_groups s ON s.instance_id = g.instance_id AND s.group_id = g.id AND s.application_id = $2
  WHERE m.instance_id = a.instance_id AND m.account_id = a.id)`;

function accountColumns(caller: Caller, withGroups: boolean): string {
  return `a.id, a.organization_id, a.username, a.display_name, a.email, a.phone_value, a.phone_region_sent,
    a.phone_region, a.phone_number, a.enabled, a.version, a.created_at, a.updated_at, x.external_id,
    ${caller.syncFields.length === 0 ? "NULL::jsonb" : EXTENDED} AS extended,
    ${withGroups && caller.scope.groups ? GROUPS : "NULL::jsonb"} AS groups`;
}

/** The account with its groups, if the caller's scope holds it. */
export async function findAccount(caller: Caller, id: string): Promise<Account | undefined> {
  const statement = prepared(`SELECT ${accountColumns(caller, true)} FROM ${ACCOUNTS_FROM}
    WHERE a.instance_id = $1 AND a.id = $3 AND ${accountInScope(caller.scope, "a", PARAMETERS)}`);
  const values = [caller.instanceId, caller.applicationId, id];
  const [row] = await (await database()).query<AccountRow>(statement, values);
  return row && accountOfRow(caller, row);
}

/** One page of the accounts in the caller's scope that meet a condition. */
export async function findAccounts(
  caller: Caller,
  page: {
    /** An SQL condition over ACCOUNTS_FROM, whose parameters begin at $3. */
    readonly condition: string;
    readonly values: readonly unknown[];
    readonly order: string;
    readonly limit: number;
    readonly offset: number;
    readonly withGroups: boolean;
  },
): Promise<Account[]> {
  const next = page.values.length + 3;
  const statement = prepared(`SELECT ${accountColumns(caller, page.withGroups)} FROM ${ACCOUNTS_FROM}
    WHERE a.instance_id = $1 AND ${accountInScope(caller.scope, "a", PARAMETERS)} AND ${page.condition}
    ORDER BY ${page.order} LIMIT $${next} OFFSET $${next + 1}`);
  const values = [caller.instanceId, caller.applicationId, ...page.values, page.limit, page.offset];
  const rows = await (await database()).query<AccountRow>(statement, values);
  return rows.map((row) => accountOfRow(caller, row));
}

/** How many accounts in the caller's scope meet a condition. */
export async function countAccounts(
  caller: Caller,
  condition: string,
  values: readonly unknown[],
): Promise<number> {
  const statement = prepared(`SELECT count(*)::int AS total FROM ${ACCOUNTS_FROM}
    WHERE a.instance_id = $1 AND ${accountInScope(caller.scope, "a", PARAMETERS)} AND ${condition}`);
  const [row] = await (await database()).query<{ total: number }>(statement, [
    caller.instanceId,
    caller.applicationId,
    ...values,
  ]);
  return row?.total ?? 0;
}

/** What POST /Users finds under the keys of its body, in scope or not. */
export interface KeyMatch {
  readonly id: string;
  readonly in_scope: boolean;
  readonly by_username: boolean;
  readonly external_id: string | null;
}

/** The accounts of the instance that carry the external id of this application, or the username. */
export async function findByKeys(
  caller: Caller,
  usernameKey: string,
  externalId: string | undefined,
): Promise<KeyMatch[]> {
  const statement = prepared(`SELECT a.id, a.username_key = $3 AS by_username, x.external_id,
      ${accountInScope(caller.scope, "a", PARAMETERS)} AS in_scope
    FROM ${ACCOUNTS_FROM}
    WHERE a.instance_id = $1 AND (a.username_key = $3 OR a.id = ANY (ARRAY(
      SELECT k.account_id FROM account_external_ids k
      WHERE k.instance_id = $1 AND k.application_id = $2 AND k.external_id = $4)))`);
  const values = [caller.instanceId, caller.applicationId, usernameKey, externalId ?? null];
  return (await database()).query<KeyMatch>(statement, values);
}

const TAKEN_KEY = {
  name: "account_taken_key",
  text: `SELECT email_unique_key = $2 AS email FROM accounts
    WHERE instance_id = $1 AND (email_unique_key = $2 OR phone_unique_key = $3) LIMIT 1`,
};

/** Which of email and phone another account of the instance holds, in scope or not. */
export async function findTakenKey(
  caller: Caller,
  { email, phone }: Pick<AccountValues, "email" | "phone">,
): Promise<"emails" | "phoneNumbers" | undefined> {
  const keys = [email === undefined ? null : foldCase(email), phone === undefined ? null : phoneKey(phone)];
  const [row] = await (await database()).query<{ email: boolean | null }>(TAKEN_KEY, [
    caller.instanceId,
    ...keys,
  ]);
  if (!row) return undefined;
  return row.email === true ? "emails" : "phoneNumbers";
}

const PASSWORD_HASH = {
  name: "account_password_hash",
  text: "SELECT password_hash FROM accounts WHERE instance_id = $1 AND id = $2",
};

export async function findPasswordHash(caller: Caller, id: string): Promise<string | undefined> {
  const [row] = await (await database()).query<{ password_hash: string | null }>(PASSWORD_HASH, [
    caller.instanceId,
    id,
  ]);
  return row?.password_hash ?? undefined;
}

/** Whether the organization is one of the caller's provisioning scope or below one. */
export async function isOrganizationInScope(caller: Caller, organizationId: string): Promise<boolean> {
  const everything = `SELECT $2::text FROM organizations o WHERE o.instance_id = $1 AND o.id = $3`;
  const some = `SELECT 1 FROM organization_paths sp JOIN scope_organizations so
      ON so.instance_id = sp.instance_id AND so.organization_id = sp.ancestor_id AND so.application_id = $2
    WHERE sp.instance_id = $1 AND sp.descendant_id = $3`;
  const statement = prepared(caller.scope.organizations === "everything" ? everything : some);
  const values = [caller.instanceId, caller.applicationId, organizationId];
  return (await (await database()).query(statement, values)).length > 0;
}

function accountOfRow(caller: Caller, row: AccountRow): Account {
  return {
    id: row.id,
    organizationId: row.organization_id,
    username: row.username,
    displayName: row.display_name ?? undefined,
    email: row.email ?? undefined,
    phone: phoneOfRow(row),
    enabled: row.enabled,
    externalId: row.external_id ?? undefined,
    groups: row.groups ?? [],
    extended: extendedOfRow(caller, row),
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

function phoneOfRow(row: AccountRow): Account["phone"] {
  if (row.phone_value === null || row.phone_region === null || row.phone_number === null) return undefined;
  return {
    value: row.phone_value,
    regionSent: row.phone_region_sent ?? undefined,
    region: row.phone_region,
    number: row.phone_number,
  };
}

const NO_VALUES: ReadonlyMap<string, FieldValue> = new Map();

function extendedOfRow(caller: Caller, row: AccountRow): ReadonlyMap<string, FieldValue> {
  if (row.extended === null) return NO_VALUES;
  const values = new Map<string, FieldValue>();
  for (const field of caller.syncFields) {
    const stored = row.extended[field.id];
    if (stored !== undefined) values.set(field.id, openValue(caller, row.id, field, stored));
  }
  return values;
}

function openValue(caller: Caller, accountId: string, field: ExtendedField, stored: FieldValue): FieldValue {
  if (!field.encrypted || typeof stored !== "string") return stored;
  const opened: FieldValue = JSON.parse(unseal(stored, sealedPlace(caller.instanceId, accountId, field.id)));
  return opened;
}

/** Where a sealed value belongs: authenticated with it. */
export function sealedPlace(instanceId: string, accountId: string, fieldId: string): string {
  return `${instanceId}/${accountId}/${fieldId}`;
}
