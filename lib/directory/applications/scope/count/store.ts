import { database } from "@/lib/db/client";
import type { Scope } from "../../application";

/** Who is inside a provisioning scope. */
export interface ScopeCount {
  /** In one of the organizations or below it, or a member of one of the groups. */
  readonly accounts: number;
  /** The organizations chosen, with all below them. */
  readonly organizations: number;
  readonly groups: number;
}

const ALL_ACCOUNTS = "SELECT count(*)::int FROM accounts a WHERE a.instance_id = $1";

const COUNT = `WITH inside AS MATERIALIZED (
    SELECT DISTINCT p.descendant_id AS id FROM organization_paths p
    WHERE p.instance_id = $1 AND p.ancestor_id IN (SELECT json_array_elements_text($2::json))
  ), members AS MATERIALIZED (
    SELECT DISTINCT m.account_id AS id FROM group_members m
    WHERE m.instance_id = $1 AND m.group_id IN (SELECT json_array_elements_text($3::json))
  )
  SELECT (SELECT count(*)::int FROM inside) AS organizations,
    (SELECT count(*)::int FROM groups g
      WHERE g.instance_id = $1 AND g.id IN (SELECT json_array_elements_text($3::json))) AS groups,
    CASE WHEN EXISTS (SELECT 1 FROM organizations r
        WHERE r.instance_id = $1 AND r.parent_id IS NULL AND r.id IN (SELECT json_array_elements_text($2::json)))
      THEN (${ALL_ACCOUNTS})
      ELSE (SELECT count(*)::int FROM (
        SELECT a.id FROM inside i JOIN accounts a ON a.instance_id = $1 AND a.organization_id = i.id
        UNION SELECT id FROM members) either)
    END AS accounts`;

export async function countScope(instanceId: string, { organizations, groups }: Scope): Promise<ScopeCount> {
  // Not prepared: a scope of one leaf and one of half the directory want other plans.
  const [row] = await (await database()).query<ScopeCount>(COUNT, [
    instanceId,
    JSON.stringify(organizations),
    JSON.stringify(groups),
  ]);
  return row ?? { accounts: 0, organizations: 0, groups: 0 };
}
