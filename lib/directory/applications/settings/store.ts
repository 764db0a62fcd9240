import type { Change } from "../../change/store";

/** The ids of the instance's extended fields with these keys, by key. */
export async function fieldIdsByKey(
  { prisma, instanceId }: Change,
  keys: readonly string[],
): Promise<Map<string, string>> {
  const rows = await prisma.extendedField.findMany({
    where: { instanceId, key: { in: [...keys] } },
    select: { id: true, key: true },
  });
  return new Map(rows.map(({ id, key }) => [key, id]));
}

export async function replaceSyncFields(
  { prisma, instanceId }: Change,
  applicationId: string,
  fieldIds: Iterable<string>,
): Promise<void> {
  await prisma.syncField.deleteMany({ where: { instanceId, applicationId } });
  await prisma.syncField.createMany({
    data: [...fieldIds].map((fieldId) => ({ instanceId, applicationId, fieldId })),
  });
}
