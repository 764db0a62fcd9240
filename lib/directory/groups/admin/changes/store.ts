import { foldCase } from "@/lib/scim/compare";
import type { Change } from "../../../change/store";

/** A group as an administrator's change finds it, its row held. */
export interface HeldGroup {
  readonly id: string;
  readonly displayName: string;
  readonly version: number;
}

/** Locked before its members, so that its writers stand in line. */
export async function lockGroup({ sql, instanceId }: Change, id: string): Promise<HeldGroup | undefined> {
  const [row] = await sql.query<HeldGroup>(
    `SELECT id, display_name AS "displayName", version FROM groups
     WHERE instance_id = $1 AND id = $2 FOR NO KEY UPDATE`,
    [instanceId, id],
  );
  return row;
}

export async function insertGroup(tx: Change, id: string, displayName: string): Promise<void> {
  await tx.prisma.group.create({
    data: {
      instanceId: tx.instanceId,
      id,
      displayName,
      displayNameKey: foldCase(displayName),
      createdAt: tx.now,
      updatedAt: tx.now,
    },
  });
}

export async function renameGroup(tx: Change, id: string, displayName: string): Promise<void> {
  const { prisma, instanceId, now } = tx;
  await prisma.group.update({
    where: { instanceId_id: { instanceId, id } },
    data: { displayName, displayNameKey: foldCase(displayName), version: { increment: 1 }, updatedAt: now },
  });
}

export async function deleteGroup({ prisma, instanceId }: Change, id: string): Promise<void> {
  await prisma.group.delete({ where: { instanceId_id: { instanceId, id } } });
}

/** Of the ids those of accounts, which stay until the change ends. */
export async function holdAccounts(
  { sql, instanceId }: Change,
  accountIds: readonly string[],
): Promise<string[]> {
  const rows = await sql.query<{ id: string }>(
    `SELECT id FROM accounts WHERE instance_id = $1 AND id IN (SELECT json_array_elements_text($2::json))
     ORDER BY id FOR KEY SHARE`,
    [instanceId, JSON.stringify(accountIds)],
  );
  return rows.map(({ id }) => id);
}

/** @returns the accounts that were no members before */
export async function insertMembers(
  { sql, instanceId }: Change,
  groupId: string,
  accountIds: readonly string[],
): Promise<string[]> {
  const rows = await sql.query<{ account_id: string }>(
    `INSERT INTO group_members (instance_id, group_id, account_id)
     SELECT $1, $2, json_array_elements_text($3::json) ON CONFLICT DO NOTHING RETURNING account_id`,
    [instanceId, groupId, JSON.stringify(accountIds)],
  );
  return rows.map(({ account_id: id }) => id);
}

/** @returns the accounts that were members before */
export async function deleteMembers(
  { sql, instanceId }: Change,
  groupId: string,
  accountIds: readonly string[],
): Promise<string[]> {
  const rows = await sql.query<{ account_id: string }>(
    `DELETE FROM group_members WHERE instance_id = $1 AND group_id = $2
       AND account_id IN (SELECT json_array_elements_text($3::json)) RETURNING account_id`,
    [instanceId, groupId, JSON.stringify(accountIds)],
  );
  return rows.map(({ account_id: id }) => id);
}

export async function touchGroup({ prisma, instanceId, now }: Change, id: string): Promise<void> {
  await prisma.group.update({
    where: { instanceId_id: { instanceId, id } },
    data: { version: { increment: 1 }, updatedAt: now },
  });
}
