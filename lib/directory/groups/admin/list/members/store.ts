import { database } from "@/lib/db/client";
import { searchCondition } from "../../../../accounts/admin/list/store";
import {
  type CappedTotal,
  cappedTotal,
  type Keyed,
  type KeysetPage,
  keysetPage,
  keysetSql,
  MOST_COUNTED,
  type Order,
} from "../../../../keyset";
import type { MemberRow } from "../../group-view";
import type { MemberListFilter } from "../../query";

interface Row extends Keyed {
  readonly id: string;
  readonly username: string;
  readonly display_name: string | null;
  readonly email: string | null;
  readonly enabled: boolean;
  readonly organization_id: string;
  readonly organization_name: string;
}

const BY_USERNAME: Order = {
  name: "username",
  direction: "ascending",
  columns: [{ sql: "a.username_key", type: "text" }],
};

export async function findMemberRows(
  instanceId: string,
  groupId: string,
  { search, cursor, limit }: MemberListFilter,
): Promise<KeysetPage<MemberRow> & { total: CappedTotal }> {
  const values: unknown[] = [instanceId, groupId];
  const found = searchCondition(search, (value) => `$${values.push(value)}`);
  const from = `group_members m JOIN accounts a ON a.instance_id = m.instance_id AND a.id = m.account_id
    WHERE m.instance_id = $1 AND m.group_id = $2 ${found === undefined ? "" : `AND ${found}`}`;
  const keyset = keysetSql(BY_USERNAME, cursor, values.length);
  const sql = await database();
  // Not prepared: a group of three members and one of 100,000 want other plans.
  const rows = await sql.query<Row>(
    `SELECT a.*, (SELECT o.name FROM organizations o WHERE o.instance_id = $1 AND o.id = a.organization_id)
         AS organization_name
     FROM (
       SELECT a.id, a.username, a.username_key, a.display_name, a.email, a.enabled, a.organization_id, ${keyset.keys}
       FROM ${from} ${keyset.condition} ORDER BY ${keyset.order} LIMIT ${limit + 1}) a
     ORDER BY ${keyset.order}`,
    [...values, ...keyset.values],
  );
  const [counted] = await sql.query<{ total: number }>(
    `SELECT count(*)::int AS total FROM (SELECT 1 FROM ${from} LIMIT ${MOST_COUNTED + 1}) counted`,
    values,
  );
  return { ...keysetPage(BY_USERNAME, keyset, limit, rows, rowOf), total: cappedTotal(counted?.total ?? 0) };
}

function rowOf(row: Row): MemberRow {
  return {
    id: row.id,
    username: row.username,
    displayName: row.display_name ?? undefined,
    email: row.email ?? undefined,
    status: row.enabled ? "enabled" : "disabled",
    organization: { id: row.organization_id, name: row.organization_name },
  };
}
