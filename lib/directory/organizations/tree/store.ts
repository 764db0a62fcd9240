import { database } from "@/lib/db/client";
import type { OrganizationNode } from "../organization";

interface NodeRow {
  readonly id: string;
  readonly parent_id: string | null;
  readonly name: string;
  readonly description: string;
  readonly depth: number;
  readonly children: number;
}

const NODES = `
  SELECT o.id, o.parent_id, o.name, o.description, p.depth, coalesce(c.children, 0)::int AS children
  FROM organizations r
  JOIN organization_paths p ON p.instance_id = r.instance_id AND p.ancestor_id = r.id
  JOIN organizations o ON o.instance_id = p.instance_id AND o.id = p.descendant_id
  LEFT JOIN (SELECT parent_id, count(*) AS children FROM organizations WHERE instance_id = $1 GROUP BY parent_id) c
    ON c.parent_id = o.id
  WHERE r.instance_id = $1 AND r.parent_id IS NULL`;

/** Every organization of the instance, level by level, by name within a level. */
export async function findTree(instanceId: string): Promise<OrganizationNode[]> {
  const rows = await (await database()).query<NodeRow>(
    { name: "organization_tree", text: `${NODES} ORDER BY p.depth, o.name_key, o.id` },
    [instanceId],
  );
  return rows.map(nodeOf);
}

/** The organizations directly below one, by name. */
export async function findChildren(instanceId: string, parentId: string): Promise<OrganizationNode[]> {
  const rows = await (await database()).query<NodeRow>(
    {
      name: "organization_children",
      text: `
        SELECT o.id, o.parent_id, o.name, o.description,
          (SELECT max(p.depth) + 1 FROM organization_paths p
            WHERE p.instance_id = $1 AND p.descendant_id = $2) AS depth,
          (SELECT count(*)::int FROM organizations c
            WHERE c.instance_id = $1 AND c.parent_id = o.id) AS children
        FROM organizations o
        WHERE o.instance_id = $1 AND o.parent_id = $2
        ORDER BY o.name_key, o.id`,
    },
    [instanceId, parentId],
  );
  return rows.map(nodeOf);
}

function nodeOf({ id, parent_id, name, description, depth, children }: NodeRow): OrganizationNode {
  return { id, parentId: parent_id ?? undefined, name, description, depth, children };
}
