import { database } from "@/lib/db/client";
import type { Named } from "../../accounts/admin/account-view";
import { findOrganizationPath } from "../../accounts/admin/detail/store";
import { cappedTotal, MOST_COUNTED } from "../../keyset";
import { prefixRange } from "../../prefix";
import type { FoundOrganization, OrganizationView } from "./read-organization";

interface ViewRow {
  readonly id: string;
  readonly parent_id: string | null;
  readonly name: string;
  readonly description: string;
  readonly accounts: number;
  readonly accounts_below: number;
  readonly children: number;
  readonly target_of: readonly Named[] | null;
}

const MOST = MOST_COUNTED + 1;

const VIEW = `SELECT o.id, o.parent_id, o.name, o.description,
    (SELECT count(*)::int FROM organizations c WHERE c.instance_id = $1 AND c.parent_id = o.id) AS children,
    (SELECT count(*)::int FROM (SELECT 1 FROM accounts a
      WHERE a.instance_id = $1 AND a.organization_id = $2 LIMIT ${MOST}) direct) AS accounts,
    (SELECT count(*)::int FROM (SELECT 1 FROM organization_paths p
      JOIN accounts a ON a.instance_id = p.instance_id AND a.organization_id = p.descendant_id
      WHERE p.instance_id = $1 AND p.ancestor_id = $2 LIMIT ${MOST}) below) AS accounts_below,
    (SELECT jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name) ORDER BY s.name_key) FROM applications s
      WHERE s.instance_id = $1 AND s.target_organization_id = $2) AS target_of
  FROM organizations o WHERE o.instance_id = $1 AND o.id = $2`;

export async function findOrganizationView(
  instanceId: string,
  id: string,
): Promise<Omit<OrganizationView, "seen"> | undefined> {
  // Not prepared: a leaf and the root want other plans.
  const [row] = await (await database()).query<ViewRow>(VIEW, [instanceId, id]);
  if (!row) return undefined;
  const { name, description } = row;
  return {
    organization: { id, parentId: row.parent_id ?? undefined, name, description },
    path: await findOrganizationPath(instanceId, id),
    accounts: cappedTotal(row.accounts),
    accountsBelow: cappedTotal(row.accounts_below),
    children: row.children,
    targetOf: row.target_of ?? [],
  };
}

export async function findFound(
  instanceId: string,
  text: string,
  limit: number,
): Promise<FoundOrganization[]> {
  const range = prefixRange(text);
  if (!range) return [];
  return (await database()).query<FoundOrganization>(
    `SELECT o.id, o.name, coalesce((SELECT string_agg(u.name, ' / ' ORDER BY p.depth DESC)
         FROM organization_paths p JOIN organizations u ON u.instance_id = p.instance_id AND u.id = p.ancestor_id
         WHERE p.instance_id = $1 AND p.descendant_id = o.id AND p.depth > 0), '') AS above
     FROM (SELECT o.id, o.name, o.name_key FROM organizations o
       WHERE o.instance_id = $1 AND ((o.name_key >= $2 AND o.name_key < $3) OR o.id = $2)
       ORDER BY o.name_key, o.id LIMIT ${limit}) o
     ORDER BY o.name_key, o.id`,
    [instanceId, range.from, range.to],
  );
}
