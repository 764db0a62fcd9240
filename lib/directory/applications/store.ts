import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { foldCase } from "@/lib/scim/compare";
import { DEFAULT_NAMESPACE } from "@/lib/scim/urn";
import type { Change } from "../change/store";
import { notFound } from "../error";
import { type Application, type ApplicationType, SCENARIOS } from "./application";

const EVERYTHING = {
  scopeOrganizations: { select: { organizationId: true }, orderBy: { organizationId: "asc" } },
  scopeGroups: { select: { groupId: true }, orderBy: { groupId: "asc" } },
  syncFields: { select: { field: { select: { key: true } } }, orderBy: { field: { key: "asc" } } },
} as const satisfies Prisma.ApplicationInclude;

type ApplicationRow = Prisma.ApplicationGetPayload<{ include: typeof EVERYTHING }>;

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
  const row = await tx.prisma.application.findUnique({
    where: { instanceId_id: { instanceId: tx.instanceId, id } },
    include: EVERYTHING,
  });
  if (!row) throw notFound("application", id);
  return applicationOf(row);
}

export async function findApplication(instanceId: string, id: string): Promise<Application | undefined> {
  const { prisma } = await database();
  const row = await prisma.application.findUnique({
    where: { instanceId_id: { instanceId, id } },
    include: EVERYTHING,
  });
  return row ? applicationOf(row) : undefined;
}

/** By name. */
export async function findApplications(instanceId: string): Promise<Application[]> {
  const { prisma } = await database();
  const rows = await prisma.application.findMany({
    where: { instanceId },
    include: EVERYTHING,
    orderBy: { nameKey: "asc" },
  });
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
    createdAt: row.createdAt,
    scope: {
      organizations: row.scopeOrganizations.map(({ organizationId }) => organizationId),
      groups: row.scopeGroups.map(({ groupId }) => groupId),
    },
    targetOrganizationId: row.targetOrganizationId ?? undefined,
    permission: {
      enabled: row.apiEnabled,
      scenarios: SCENARIOS.filter((scenario) => row.scenarios.includes(scenario)),
    },
    settings: {
      namespace: row.namespace,
      fields: row.syncFields.map(({ field }) => field.key),
      attributeSet: row.attributeSet,
      duplicateCreate: row.duplicateCreate,
    },
  };
}
