import { database } from "@/lib/db/client";
import type { Named } from "../../../accounts/admin/account-view";
import type { ExternalId } from "../../../accounts/admin/detail/store";
import {
  type CappedTotal,
  cappedTotal,
  type Keyed,
  type KeysetPage,
  keysetPage,
  keysetSql,
  MOST_COUNTED,
  type Order,
} from "../../../keyset";
import { prefixRange } from "../../../prefix";
import type { GroupRow, GroupView } from "../group-view";
import type { GroupListFilter } from "../query";

interface Row {
  readonly id: string;
  readonly display_name: string;
  readonly application_id: string | null;
  readonly application_name: string | null;
  readonly version: number;
  readonly created_at: Date;
  readonly updated_at: Date;
}

const COLUMNS: Record<GroupListFilter["sort"], Order["columns"]> = {
  name: [{ sql: "g.display_name_key", type: "text" }],
  created: [
    { sql: "g.created_at", type: "timestamptz" },
    { sql: "g.id", type: "text" },
  ],
  updated: [
    { sql: "g.updated_at", type: "timestamptz" },
    { sql: "g.id", type: "text" },
  ],
};

/** What is read of groups `g`. */
const SHOWN = `g.id, g.display_name, g.version, g.created_at, g.updated_at,
  s.id AS application_id, s.name AS application_name`;

const APPLICATION = "LEFT JOIN applications s ON s.instance_id = $1 AND s.id = g.source_application_id";

export async function findGroupRows(
  instanceId: string,
  { search, sort, direction, cursor, limit }: GroupListFilter,
): Promise<KeysetPage<GroupRow> & { total: CappedTotal }> {
  const order: Order = { name: sort, columns: COLUMNS[sort], direction };
  const range = prefixRange(search);
  const values = range ? [instanceId, range.from, range.to] : [instanceId];
  const found = range ? "AND ((g.display_name_key >= $2 AND g.display_name_key < $3) OR g.id = $2)" : "";
  const keyset = keysetSql(order, cursor, values.length);
  const sql = await database();
  const rows = await sql.query<Row & Keyed>(
    `SELECT ${SHOWN}, g.keys FROM (
       SELECT g.id, g.display_name, g.version, g.created_at, g.updated_at, g.source_application_id, ${keyset.keys},
         row_number() OVER (ORDER BY ${keyset.order}) AS place
       FROM groups g WHERE g.instance_id = $1 ${found} ${keyset.condition}
       ORDER BY ${keyset.order} LIMIT ${limit + 1}) g
     ${APPLICATION} ORDER BY g.place`,
    [...values, ...keyset.values],
  );
  const [counted] = await sql.query<{ total: number }>(
    `SELECT count(*)::int AS total FROM (
       SELECT 1 FROM groups g WHERE g.instance_id = $1 ${found} LIMIT ${MOST_COUNTED + 1}) counted`,
    values,
  );
  const members = await countMembers(
    instanceId,
    rows.map(({ id }) => id),
  );
  const page = keysetPage(order, keyset, limit, rows, (row) => rowOf(row, members.get(row.id) ?? 0));
  return { ...page, total: cappedTotal(counted?.total ?? 0) };
}

/**
 * How many members each group has. Of all groups of a page at once, and not prepared: where
 * the planner cannot see which groups they are, one large group makes it read all members
 * of all groups, once for each.
 */
async function countMembers(instanceId: string, groupIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await (await database()).query<{ group_id: string; members: number }>(
    `SELECT m.group_id, count(*)::int AS members FROM group_members m
     WHERE m.instance_id = $1 AND m.group_id = ANY ($2::text[]) GROUP BY m.group_id`,
    [instanceId, groupIds],
  );
  return new Map(rows.map(({ group_id: id, members }) => [id, members]));
}

interface ViewRow extends Row {
  readonly external_ids: readonly ExternalId[] | null;
  readonly in_scope_of: readonly Named[] | null;
}

const VIEW = {
  name: "group_view",
  text: `SELECT ${SHOWN},
      (SELECT jsonb_agg(jsonb_build_object('applicationId', a.id, 'applicationName', a.name,
          'externalId', x.external_id) ORDER BY a.name_key)
        FROM group_external_ids x JOIN applications a ON a.instance_id = x.instance_id AND a.id = x.application_id
        WHERE x.instance_id = $1 AND x.group_id = g.id) AS external_ids,
      (SELECT jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name) ORDER BY a.name_key)
        FROM scope_groups c JOIN applications a ON a.instance_id = c.instance_id AND a.id = c.application_id
        WHERE c.instance_id = $1 AND c.group_id = g.id) AS in_scope_of
    FROM groups g ${APPLICATION} WHERE g.instance_id = $1 AND g.id = $2`,
};

export async function findGroupView(instanceId: string, id: string): Promise<GroupView | undefined> {
  const [row] = await (await database()).query<ViewRow>(VIEW, [instanceId, id]);
  if (!row) return undefined;
  const members = (await countMembers(instanceId, [id])).get(id) ?? 0;
  return { ...rowOf(row, members), externalIds: row.external_ids ?? [], inScopeOf: row.in_scope_of ?? [] };
}

export async function groupExists(instanceId: string, id: string): Promise<boolean> {
  const statement = {
    name: "group_exists",
    text: "SELECT 1 FROM groups WHERE instance_id = $1 AND id = $2",
  };
  return (await (await database()).query(statement, [instanceId, id])).length > 0;
}

function rowOf(row: Row, members: number): GroupRow {
  const { application_id: id, application_name: name } = row;
  return {
    id: row.id,
    displayName: row.display_name,
    members,
    sourceApplication: id === null || name === null ? undefined : { id, name },
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
