import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { foldCase } from "@/lib/scim/compare";
import { DEFAULT_NAMESPACE } from "@/lib/scim/urn";
import type { Change } from "../change/store";
import { notFound } from "../error";
import {
  type Application,
  type ApplicationType,
  type AttributeSet,
  type DuplicateCreate,
  SCENARIOS,
} from "./application";

interface ApplicationRow {
  readonly id: string;
  readonly name: string;
  readonly type: ApplicationType;
  readonly enabled: boolean;
  readonly created_at: Date;
  readonly target_organization_id: string | null;
  readonly api_enabled: boolean;
  readonly scenarios: readonly string[];
  readonly namespace: string;
  readonly attribute_set: AttributeSet;
  readonly duplicate_create: DuplicateCreate;
  readonly organizations: readonly string[];
  readonly groups: readonly string[];
  readonly fields: readonly string[];
}

// One statement: Prisma would read the three lists at the same time, which one connection cannot.
const APPLICATIONS = `
  SELECT a.id, a.name, a.type::text, a.enabled, a.created_at, a.target_organization_id, a.api_enabled,
    a.scenarios, a.namespace, a.attribute_set::text, a.duplicate_create::text,
    ARRAY(SELECT s.organization_id FROM scope_organizations s
      WHERE s.instance_id = a.instance_id AND s.application_id = a.id ORDER BY 1) AS organizations,
    ARRAY(SELECT s.group_id FROM scope_groups s
      WHERE s.instance_id = a.instance_id AND s.application_id = a.id ORDER BY 1) AS groups,
    ARRAY(SELECT f.key FROM sync_fields s
      JOIN extended_fields f ON f.instance_id = s.instance_id AND f.id = s.field_id
      WHERE s.instance_id = a.instance_id AND s.application_id = a.id ORDER BY 1) AS fields
  FROM applications a WHERE a.instance_id = $1`;

const FIND = { name: "application_find", text: `${APPLICATIONS} AND a.id = $2` };
const LIST = { name: "application_list", text: `${APPLICATIONS} ORDER BY a.name_key` };

export async function insertApplication(
  { prisma, instanceId, now }: Change,
  { id, name, type }: { id: string; name: string; type: ApplicationType },
): Promise<void> {
  await prisma.application.create({
    data: {
      instanceId,
      id,
      name,
      nameKey: foldCase(name),
      type,
      namespace: DEFAULT_NAMESPACE,
      createdAt: now,
    },
  });
}

/**
 * The application, its row held until the transaction ends, so that two changes of one
 * application stand in line. The lock leaves SCIM writers alone, which refer to its key only.
 *
 * @throws DirectoryError not_found
 */
export async function lockApplication(tx: Change, id: string): Promise<Application> {
  await tx.sql.query("SELECT 1 FROM applications WHERE instance_id = $1 AND id = $2 FOR NO KEY UPDATE", [
    tx.instanceId,
    id,
  ]);
  const [row] = await tx.sql.query<ApplicationRow>(FIND, [tx.instanceId, id]);
  if (!row) throw notFound("application", id);
  return applicationOf(row);
}

export async function findApplication(instanceId: string, id: string): Promise<Application | undefined> {
  const [row] = await (await database()).query<ApplicationRow>(FIND, [instanceId, id]);
  return row && applicationOf(row);
}

/** By name. */
export async function findApplications(instanceId: string): Promise<Application[]> {
  const rows = await (await database()).query<ApplicationRow>(LIST, [instanceId]);
  return rows.map(applicationOf);
}

/** The instance that an application belongs to: the one look-up by an id alone. */
export async function findInstanceOf(applicationId: string): Promise<string | undefined> {
  const { prisma } = await database();
  const row = await prisma.application.findFirst({
    where: { id: applicationId },
    select: { instanceId: true },
  });
  return row?.instanceId;
}

/** The columns of an application that a change may set. */
export type ApplicationColumns = Pick<
  Prisma.ApplicationUncheckedUpdateInput,
  | "name"
  | "nameKey"
  | "enabled"
  | "targetOrganizationId"
  | "apiEnabled"
  | "scenarios"
  | "namespace"
  | "duplicateCreate"
>;

export async function updateApplication(
  { prisma, instanceId }: Change,
  id: string,
  data: ApplicationColumns,
): Promise<void> {
  await prisma.application.update({ where: { instanceId_id: { instanceId, id } }, data });
}

export async function deleteApplicationRow({ prisma, instanceId }: Change, id: string): Promise<void> {
  await prisma.application.delete({ where: { instanceId_id: { instanceId, id } } });
}

function applicationOf(row: ApplicationRow): Application {
  return {
    id: row.id,
    name: row.name,
    type: row.type,
    enabled: row.enabled,
    createdAt: row.created_at,
    scope: { organizations: row.organizations, groups: row.groups },
    targetOrganizationId: row.target_organization_id ?? undefined,
    permission: {
      enabled: row.api_enabled,
      scenarios: SCENARIOS.filter((scenario) => row.scenarios.includes(scenario)),
    },
    settings: {
      namespace: row.namespace,
      fields: row.fields,
      attributeSet: row.attribute_set,
      duplicateCreate: row.duplicate_create,
    },
  };
}
