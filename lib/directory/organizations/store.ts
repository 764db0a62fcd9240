import { foldCase } from "@/lib/scim/compare";
import type { Change } from "../change/store";
import type { Organization } from "./organization";

interface OrganizationRow {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly description: string;
}

const COLUMNS = { id: true, parentId: true, name: true, description: true } as const;

export async function insertRoot(tx: Change, id: string, name: string): Promise<void> {
  await insertNode(tx, { id, parentId: undefined, name, description: "" });
}

/**
 * Holds the shape of the tree until the transaction ends: `read` lets others read it
 * and add leaves, `change` lets nobody. The root's row stands for the tree, and the
 * lock leaves writers of accounts alone, which refer to its key only.
 *
 * @returns the id of the root, or undefined when the instance is unknown
 */
export async function lockTree(
  { sql, instanceId }: Change,
  purpose: "read" | "change",
): Promise<string | undefined> {
  const strength = purpose === "change" ? "FOR NO KEY UPDATE" : "FOR SHARE";
  const [root] = await sql.query<{ id: string }>(
    `SELECT id FROM organizations WHERE instance_id = $1 AND parent_id IS NULL ${strength}`,
    [instanceId],
  );
  return root?.id;
}

export async function findOrganization(
  { prisma, instanceId }: Change,
  id: string,
): Promise<Organization | undefined> {
  const row = await prisma.organization.findUnique({
    where: { instanceId_id: { instanceId, id } },
    select: COLUMNS,
  });
  return row ? organizationOf(row) : undefined;
}

/** A leaf, and its paths: its parent's, one step longer, and the one to itself. */
export async function insertNode(tx: Change, organization: Organization): Promise<void> {
  const { prisma, sql, instanceId, now } = tx;
  const { id, parentId, name, description } = organization;
  await prisma.organization.create({
    data: {
      instanceId,
      id,
      parentId: parentId ?? null,
      name,
      nameKey: foldCase(name),
      description,
      createdAt: now,
    },
  });
  await sql.query(
    `INSERT INTO organization_paths (instance_id, ancestor_id, descendant_id, depth)
     SELECT $1, $2, $2, 0
     UNION ALL SELECT $1, ancestor_id, $2, depth + 1 FROM organization_paths
       WHERE instance_id = $1 AND descendant_id = $3`,
    [instanceId, id, parentId ?? null],
  );
}

export async function updateNode({ prisma, instanceId }: Change, organization: Organization): Promise<void> {
  const { id, name, description } = organization;
  await prisma.organization.update({
    where: { instanceId_id: { instanceId, id } },
    data: { name, nameKey: foldCase(name), description },
  });
}

/** Whether the organization is `ancestorId` or lies below it. */
export async function liesWithin(
  { prisma, instanceId }: Change,
  descendantId: string,
  ancestorId: string,
): Promise<boolean> {
  const where = { instanceId_descendantId_ancestorId: { instanceId, descendantId, ancestorId } };
  return (await prisma.organizationPath.findUnique({ where, select: { depth: true } })) !== null;
}

const CUT_PATHS = `
  DELETE FROM organization_paths p
  USING organization_paths below, organization_paths above
  WHERE below.instance_id = $1 AND below.ancestor_id = $2
    AND above.instance_id = $1 AND above.descendant_id = $2 AND above.depth > 0
    AND p.instance_id = $1 AND p.descendant_id = below.descendant_id AND p.ancestor_id = above.ancestor_id`;

const GRAFT_PATHS = `
  INSERT INTO organization_paths (instance_id, ancestor_id, descendant_id, depth)
  SELECT $1, above.ancestor_id, below.descendant_id, above.depth + below.depth + 1
  FROM organization_paths above, organization_paths below
  WHERE above.instance_id = $1 AND above.descendant_id = $3
    AND below.instance_id = $1 AND below.ancestor_id = $2`;

/** Moves the node with all below it: two statements, however large the branch. */
export async function moveNode(tx: Change, id: string, parentId: string): Promise<void> {
  const { prisma, sql, instanceId } = tx;
  await prisma.organization.update({ where: { instanceId_id: { instanceId, id } }, data: { parentId } });
  await sql.query(CUT_PATHS, [instanceId, id]);
  await sql.query(GRAFT_PATHS, [instanceId, id, parentId]);
}

/** The applications whose target organization lies outside their provisioning scope. */
export async function applicationsWithoutTarget({ sql, instanceId }: Change): Promise<string[]> {
  const rows = await sql.query<{ name: string }>(
    `SELECT a.name FROM applications a
     WHERE a.instance_id = $1 AND a.target_organization_id IS NOT NULL AND NOT EXISTS (
       SELECT 1 FROM organization_paths p JOIN scope_organizations s
         ON s.instance_id = p.instance_id AND s.organization_id = p.ancestor_id
       WHERE p.instance_id = $1 AND p.descendant_id = a.target_organization_id AND s.application_id = a.id)
     ORDER BY a.name_key`,
    [instanceId],
  );
  return rows.map((row) => row.name);
}

/** What keeps an organization from being deleted. */
export async function countHeld(
  { prisma, instanceId }: Change,
  id: string,
): Promise<{ accounts: number; organizations: number; targetOf: string[] }> {
  const accounts = await prisma.account.count({ where: { instanceId, organizationId: id } });
  const organizations = await prisma.organization.count({ where: { instanceId, parentId: id } });
  const targets = await prisma.application.findMany({
    where: { instanceId, targetOrganizationId: id },
    select: { name: true },
    orderBy: { nameKey: "asc" },
  });
  return { accounts, organizations, targetOf: targets.map(({ name }) => name) };
}

export async function deleteNode({ prisma, instanceId }: Change, id: string): Promise<void> {
  await prisma.organization.delete({ where: { instanceId_id: { instanceId, id } } });
}

function organizationOf({ id, parentId, name, description }: OrganizationRow): Organization {
  return { id, parentId: parentId ?? undefined, name, description };
}
