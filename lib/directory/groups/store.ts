import { database } from "@/lib/db/client";
import type { Caller } from "../callers/caller";
import { groupInScope } from "../scope-sql";
import { prepared } from "../statement";
import type { Group, Member } from "./group";

interface GroupRow {
  readonly id: string;
  readonly display_name: string;
  readonly version: number;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly external_id: string | null;
}

interface MemberRow {
  readonly group_id: string;
  readonly account_id: string;
  readonly display: string;
}

/** In every statement on groups: $1 the instance, $2 the application. */
const IN_SCOPE = groupInScope("g", { instanceId: "$1", applicationId: "$2" });

const GROUPS_FROM = `groups g LEFT JOIN group_external_ids x
  ON x.instance_id = g.instance_id AND x.application_id = $2 AND x.group_id = g.id`;

const COLUMNS = "g.id, g.display_name, g.version, g.created_at, g.updated_at, x.external_id";

const FIND = `SELECT ${COLUMNS} FROM ${GROUPS_FROM} WHERE g.instance_id = $1 AND g.id = $3 AND ${IN_SCOPE}`;

/** The group, if it is in the caller's scope; with its members if asked for. */
export async function findGroup(
  caller: Caller,
  id: string,
  withMembers: boolean,
): Promise<Group | undefined> {
  const values = [caller.instanceId, caller.applicationId, id];
  const [row] = await (await database()).query<GroupRow>(prepared(FIND), values);
  if (!row) return undefined;
  if (!withMembers) return groupOfRow(row, undefined);
  return groupOfRow(row, (await findMembers(caller, [row.id])).get(row.id) ?? []);
}

/** One page of the groups in the caller's scope that meet a condition. */
export async function findGroups(
  caller: Caller,
  page: {
    /** An SQL condition over GROUPS_FROM, whose parameters begin at $3. */
    readonly condition: string;
    readonly values: readonly unknown[];
    readonly order: string;
    readonly limit: number;
    readonly offset: number;
    readonly withMembers: boolean;
  },
): Promise<Group[]> {
  const next = page.values.length + 3;
  const statement = prepared(`SELECT ${COLUMNS} FROM ${GROUPS_FROM}
    WHERE g.instance_id = $1 AND ${IN_SCOPE} AND ${page.condition}
    ORDER BY ${page.order} LIMIT $${next} OFFSET $${next + 1}`);
  const values = [caller.instanceId, caller.applicationId, ...page.values, page.limit, page.offset];
  const rows = await (await database()).query<GroupRow>(statement, values);
  if (!page.withMembers) return rows.map((row) => groupOfRow(row, undefined));
  const ids = rows.map((row) => row.id);
  const members = await findMembers(caller, ids);
  return rows.map((row) => groupOfRow(row, members.get(row.id) ?? []));
}

/** How many groups in the caller's scope meet a condition. */
export async function countGroups(
  caller: Caller,
  condition: string,
  values: readonly unknown[],
): Promise<number> {
  const statement = prepared(`SELECT count(*)::int AS total FROM ${GROUPS_FROM}
    WHERE g.instance_id = $1 AND ${IN_SCOPE} AND ${condition}`);
  const [row] = await (await database()).query<{ total: number }>(statement, [
    caller.instanceId,
    caller.applicationId,
    ...values,
  ]);
  return row?.total ?? 0;
}

const MEMBERS = {
  name: "group_members_of",
  text: `SELECT m.group_id, m.account_id, coalesce(a.display_name, a.username) AS display
    FROM group_members m JOIN accounts a ON a.instance_id = m.instance_id AND a.id = m.account_id
    WHERE m.instance_id = $1 AND m.group_id = ANY ($2::text[])
    ORDER BY m.group_id, m.account_id`,
};

// Every member of a group in scope is in scope itself (product.md, "Provisioning scope").
async function findMembers(caller: Caller, groupIds: readonly string[]): Promise<Map<string, Member[]>> {
  const rows = await (await database()).query<MemberRow>(MEMBERS, [caller.instanceId, groupIds]);
  const members = new Map<string, Member[]>(groupIds.map((id) => [id, []]));
  for (const row of rows) {
    members.get(row.group_id)?.push({ accountId: row.account_id, display: row.display });
  }
  return members;
}

/** What POST /Groups finds under the keys of its body, in scope or not. */
export interface GroupKeyMatch {
  readonly id: string;
  readonly in_scope: boolean;
  readonly by_name: boolean;
  readonly external_id: string | null;
}

const FIND_BY_KEYS = `SELECT g.id, g.display_name_key = $3 AS by_name, x.external_id, ${IN_SCOPE} AS in_scope
  FROM ${GROUPS_FROM}
  WHERE g.instance_id = $1 AND (g.display_name_key = $3 OR g.id = ANY (ARRAY(
    SELECT k.group_id FROM group_external_ids k
    WHERE k.instance_id = $1 AND k.application_id = $2 AND k.external_id = $4)))`;

/** The groups of the instance that carry the external id of this application, or the name. */
export async function findGroupsByKeys(
  caller: Caller,
  nameKey: string,
  externalId: string | undefined,
): Promise<GroupKeyMatch[]> {
  const values = [caller.instanceId, caller.applicationId, nameKey, externalId ?? null];
  return (await database()).query<GroupKeyMatch>(prepared(FIND_BY_KEYS), values);
}

/**
 * Of a group's members, and of accounts about to become members, those that meet a
 * condition. The group is one of the caller's scope.
 *
 * @param condition SQL over the alias `ma` of the member's account, parameters from $4
 */
export async function findMatchingAccounts(
  caller: Caller,
  groupId: string,
  joining: readonly string[],
  condition: string,
  values: readonly unknown[],
): Promise<string[]> {
  const statement = prepared(`SELECT ma.id FROM accounts ma
    WHERE ma.instance_id = $1 AND (ma.id = ANY ($3::text[]) OR ma.id IN (
      SELECT m.account_id FROM group_members m WHERE m.instance_id = $1 AND m.group_id = $2)) AND ${condition}`);
  const rows = await (await database()).query<{ id: string }>(statement, [
    caller.instanceId,
    groupId,
    joining,
    ...values,
  ]);
  return rows.map((row) => row.id);
}

function groupOfRow(row: GroupRow, members: readonly Member[] | undefined): Group {
  return {
    id: row.id,
    displayName: row.display_name,
    externalId: row.external_id ?? undefined,
    members,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
