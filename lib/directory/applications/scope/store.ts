import type { Change } from "../../change/store";
import type { Scope } from "../application";

/** Those of the ids that are no organization of the instance. */
export async function unknownOrganizations(
  { prisma, instanceId }: Change,
  ids: readonly string[],
): Promise<string[]> {
  const found = await prisma.organization.findMany({
    where: { instanceId, id: { in: [...ids] } },
    select: { id: true },
  });
  return without(ids, found);
}

/** Those of the ids that are no group of the instance. */
export async function unknownGroups(
  { prisma, instanceId }: Change,
  ids: readonly string[],
): Promise<string[]> {
  const found = await prisma.group.findMany({
    where: { instanceId, id: { in: [...ids] } },
    select: { id: true },
  });
  return without(ids, found);
}

export async function replaceScope(
  { prisma, instanceId }: Change,
  applicationId: string,
  { organizations, groups }: Scope,
): Promise<void> {
  await prisma.scopeOrganization.deleteMany({ where: { instanceId, applicationId } });
  await prisma.scopeGroup.deleteMany({ where: { instanceId, applicationId } });
  await prisma.scopeOrganization.createMany({
    data: organizations.map((organizationId) => ({ instanceId, applicationId, organizationId })),
  });
  await prisma.scopeGroup.createMany({
    data: groups.map((groupId) => ({ instanceId, applicationId, groupId })),
  });
}

/** Whether one of the scope's organizations is the organization or stands above it. */
export async function inScope(
  { prisma, instanceId }: Change,
  organizations: readonly string[],
  organizationId: string,
): Promise<boolean> {
  const path = await prisma.organizationPath.findFirst({
    where: { instanceId, descendantId: organizationId, ancestorId: { in: [...organizations] } },
    select: { depth: true },
  });
  return path !== null;
}

export async function organizationName(
  { prisma, instanceId }: Change,
  id: string,
): Promise<string | undefined> {
  const row = await prisma.organization.findUnique({
    where: { instanceId_id: { instanceId, id } },
    select: { name: true },
  });
  return row?.name;
}

function without(ids: readonly string[], found: readonly { readonly id: string }[]): string[] {
  const known = new Set(found.map(({ id }) => id));
  return ids.filter((id) => !known.has(id));
}
