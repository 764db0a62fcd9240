import { database } from "@/lib/db/client";
import {
  type CappedTotal,
  cappedTotal,
  type KeysetPage,
  keysetPage,
  keysetSql,
  MOST_COUNTED,
  type Order,
} from "../../../keyset";
import { prefixRange } from "../../../prefix";
import type { AccountRow } from "../account-view";
import type { AccountFilter } from "./query";

interface Row {
  readonly id: string;
  readonly username: string;
  readonly display_name: string | null;
  readonly email: string | null;
  readonly enabled: boolean;
  readonly organization_id: string;
  readonly organization_name: string;
  readonly source: AccountRow["source"];
  readonly application_id: string | null;
  readonly application_name: string | null;
  readonly version: number;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly keys: readonly string[];
}

const COLUMNS: Record<AccountFilter["sort"], Order["columns"]> = {
  username: [{ sql: "a.username_key", type: "text" }],
  displayName: [
    { sql: "coalesce(a.display_name_key, '')", type: "text" },
    { sql: "a.id", type: "text" },
  ],
  created: [
    { sql: "a.created_at", type: "timestamptz" },
    { sql: "a.id", type: "text" },
  ],
  updated: [
    { sql: "a.updated_at", type: "timestamptz" },
    { sql: "a.id", type: "text" },
  ],
};

/** Which organizations the accounts of a filter lie in. */
export type Place = "anywhere" | "below" | "directly";

/** undefined when the organization is unknown. All lies below the root, so that nothing needs checking. */
export async function findPlace(
  instanceId: string,
  { organizationId, subtree }: AccountFilter,
): Promise<Place | undefined> {
  if (organizationId === undefined) return "anywhere";
  const [row] = await (await database()).query<{ root: boolean }>(
    {
      name: "account_list_place",
      text: "SELECT parent_id IS NULL AS root FROM organizations WHERE instance_id = $1 AND id = $2",
    },
    [instanceId, organizationId],
  );
  if (!row) return undefined;
  if (!subtree) return "directly";
  return row.root ? "anywhere" : "below";
}

/** A condition over accounts `a`, and its values from $1 on. */
export function filterCondition(
  instanceId: string,
  filter: AccountFilter,
  place: Place,
): { condition: string; values: unknown[] } {
  const values: unknown[] = [instanceId];
  const add = (value: unknown) => `$${values.push(value)}`;
  const conditions = ["a.instance_id = $1"];
  if (place === "directly") conditions.push(`a.organization_id = ${add(filter.organizationId)}`);
  if (place === "below") {
    conditions.push(`a.organization_id IN (SELECT p.descendant_id FROM organization_paths p
      WHERE p.instance_id = $1 AND p.ancestor_id = ${add(filter.organizationId)})`);
  }
  if (filter.status) conditions.push(filter.status === "enabled" ? "a.enabled" : "NOT a.enabled");
  if (filter.source) conditions.push(`a.source = ${add(filter.source)}::account_source`);
  if (filter.applicationId !== undefined) {
    conditions.push(`a.source = 'application' AND a.source_application_id = ${add(filter.applicationId)}`);
  }
  if (filter.groupId !== undefined) {
    conditions.push(`a.id IN (SELECT m.account_id FROM group_members m
      WHERE m.instance_id = $1 AND m.group_id = ${add(filter.groupId)})`);
  }
  const search = searchCondition(filter.search, add);
  if (search !== undefined) conditions.push(search);
  return { condition: conditions.join(" AND "), values };
}

/** Each branch is a range, or one entry, of an index of its own. */
export function searchCondition(
  text: string | undefined,
  add: (value: string) => string,
): string | undefined {
  const range = prefixRange(text);
  if (!range) return undefined;
  const from = add(range.from);
  const to = add(range.to);
  const begins = (column: string) => `(${column} >= ${from} AND ${column} < ${to})`;
  const columns = ["a.username_key", "coalesce(a.display_name_key, '')", "a.email_key"];
  return `(${columns.map(begins).join(" OR ")} OR a.id = ${from})`;
}

export function accountOrder({ sort, direction }: Pick<AccountFilter, "sort" | "direction">): Order {
  return { name: sort, columns: COLUMNS[sort], direction };
}

export async function findAccountRows(
  instanceId: string,
  filter: AccountFilter,
  place: Place,
  { cursor, limit }: { readonly cursor: string | undefined; readonly limit: number },
): Promise<KeysetPage<AccountRow>> {
  const order = accountOrder(filter);
  const { condition, values } = filterCondition(instanceId, filter, place);
  const keyset = keysetSql(order, cursor, values.length);
  // The names are looked up for the page alone. Not prepared: each filter has a plan of its own.
  const text = `
    SELECT a.*, s.id AS application_id, s.name AS application_name,
      (SELECT o.name FROM organizations o WHERE o.instance_id = a.instance_id AND o.id = a.organization_id)
        AS organization_name
    FROM (SELECT a.instance_id, a.id, a.username, a.display_name, a.email, a.enabled, a.organization_id,
        a.source::text, a.source_application_id, a.version, a.created_at, a.updated_at, ${keyset.keys},
        row_number() OVER (ORDER BY ${keyset.order}) AS place
      FROM accounts a WHERE ${condition} ${keyset.condition}
      ORDER BY ${keyset.order} LIMIT ${limit + 1}) a
    LEFT JOIN applications s ON s.instance_id = a.instance_id AND s.id = a.source_application_id
    ORDER BY a.place`;
  const rows = await (await database()).query<Row>(text, [...values, ...keyset.values]);
  return keysetPage(order, keyset, limit, rows, rowOf);
}

export async function countAccountRows(
  instanceId: string,
  filter: AccountFilter,
  place: Place,
): Promise<CappedTotal> {
  const { condition, values } = filterCondition(instanceId, filter, place);
  const [row] = await (await database()).query<{ total: number }>(
    `SELECT count(*)::int AS total FROM (
      SELECT 1 FROM accounts a WHERE ${condition} LIMIT ${MOST_COUNTED + 1}) counted`,
    values,
  );
  return cappedTotal(row?.total ?? 0);
}

function rowOf(row: Row): AccountRow {
  const { application_id: id, application_name: name } = row;
  return {
    id: row.id,
    username: row.username,
    displayName: row.display_name ?? undefined,
    email: row.email ?? undefined,
    status: row.enabled ? "enabled" : "disabled",
    organization: { id: row.organization_id, name: row.organization_name },
    source: row.source,
    sourceApplication: id === null || name === null ? undefined : { id, name },
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
