import { database } from "@/lib/db/client";
import type { OrganizationNode } from "../../../organizations/organization";
import type { GroupChoice, OrganizationChoice } from "./choice";

const ORGANIZATION = `
  o.id, o.name, coalesce((
    SELECT jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name) ORDER BY p.depth DESC)
    FROM organization_paths p
    JOIN organizations a ON a.instance_id = p.instance_id AND a.id = p.ancestor_id
    WHERE p.instance_id = o.instance_id AND p.descendant_id = o.id AND p.depth > 0), '[]') AS above`;

const IN_SCOPE = `
  EXISTS (SELECT 1 FROM organization_paths p
    JOIN scope_organizations s ON s.instance_id = p.instance_id AND s.organization_id = p.ancestor_id
    WHERE p.instance_id = o.instance_id AND p.descendant_id = o.id AND s.application_id = $4)`;

/** @param text folded @param applicationId only those in its provisioning scope */
export async function findOrganizationChoices(
  instanceId: string,
  text: string,
  applicationId: string | undefined,
  limit: number,
): Promise<OrganizationChoice[]> {
  const within = applicationId === undefined ? "" : `AND ${IN_SCOPE}`;
  const rows = await (await database()).query<OrganizationChoice>(
    {
      name: applicationId === undefined ? "scope_organization_choices" : "scope_target_choices",
      text: `SELECT ${ORGANIZATION} FROM organizations o
        WHERE o.instance_id = $1 AND ($2 = '' OR strpos(o.name_key, $2) > 0) ${within}
        ORDER BY o.name_key, o.id LIMIT $3`,
    },
    applicationId === undefined ? [instanceId, text, limit] : [instanceId, text, limit, applicationId],
  );
  return rows;
}

/** By name. */
export async function findOrganizationsById(
  instanceId: string,
  ids: readonly string[],
  limit: number,
): Promise<OrganizationChoice[]> {
  return (await database()).query<OrganizationChoice>(
    {
      name: "scope_organizations_by_id",
      text: `SELECT ${ORGANIZATION} FROM organizations o
        WHERE o.instance_id = $1 AND o.id = ANY($2) ORDER BY o.name_key, o.id LIMIT $3`,
    },
    [instanceId, [...ids], limit],
  );
}

/** @param text folded */
export async function findGroupChoices(
  instanceId: string,
  text: string,
  limit: number,
): Promise<GroupChoice[]> {
  return (await database()).query<GroupChoice>(
    {
      name: "scope_group_choices",
      text: `SELECT id, display_name AS "displayName" FROM groups
        WHERE instance_id = $1 AND ($2 = '' OR strpos(display_name_key, $2) > 0)
        ORDER BY display_name_key, id LIMIT $3`,
    },
    [instanceId, text, limit],
  );
}

/** By name. */
export async function findGroupsById(
  instanceId: string,
  ids: readonly string[],
  limit: number,
): Promise<GroupChoice[]> {
  return (await database()).query<GroupChoice>(
    {
      name: "scope_groups_by_id",
      text: `SELECT id, display_name AS "displayName" FROM groups
        WHERE instance_id = $1 AND id = ANY($2) ORDER BY display_name_key, id LIMIT $3`,
    },
    [instanceId, [...ids], limit],
  );
}

/** The root of the instance's tree; undefined when the instance is unknown. */
export async function findRoot(instanceId: string): Promise<OrganizationNode | undefined> {
  const [root] = await (await database()).query<
    Pick<OrganizationNode, "id" | "name" | "description" | "children">
  >(
    {
      name: "scope_root",
      text: `SELECT o.id, o.name, o.description,
          (SELECT count(*)::int FROM organizations c
            WHERE c.instance_id = o.instance_id AND c.parent_id = o.id) AS children
        FROM organizations o WHERE o.instance_id = $1 AND o.parent_id IS NULL`,
    },
    [instanceId],
  );
  return root && { ...root, parentId: undefined, depth: 0 };
}
