import { database } from "@/lib/db/client";
import { uniqueViolation } from "@/lib/db/errors";
import type { Prisma } from "@/lib/db/generated/client";
import { foldCase } from "@/lib/scim/compare";
import type { Role } from "../actor";
import type { Change } from "../change/store";
import type { DirectoryError } from "../error";
import type { Administrator } from "./administrator";

export interface AdministratorWrite {
  readonly id: string;
  readonly email: string;
  readonly passwordHash: string;
}

export async function insertAdministrator(
  { prisma, now }: { prisma: Prisma.TransactionClient; now: Date },
  { id, email, passwordHash }: AdministratorWrite,
): Promise<void> {
  await prisma.administrator.create({
    data: { id, email, emailKey: foldCase(email), passwordHash, createdAt: now },
  });
}

/** An administrator without a role in any instance, so that no audit log records it. */
export async function insertLoneAdministrator(
  administrator: AdministratorWrite,
  taken: () => DirectoryError,
): Promise<void> {
  const { prisma } = await database();
  try {
    await insertAdministrator({ prisma, now: new Date() }, administrator);
  } catch (error) {
    throw uniqueViolation(error) ? taken() : error;
  }
}

export async function putRole(
  { prisma, instanceId, now }: Change,
  administratorId: string,
  role: Role,
): Promise<void> {
  await prisma.administratorRole.upsert({
    where: { instanceId_administratorId: { instanceId, administratorId } },
    create: { instanceId, administratorId, role, createdAt: now },
    update: { role },
  });
}

export async function deleteRole({ prisma, instanceId }: Change, administratorId: string): Promise<void> {
  await prisma.administratorRole.delete({
    where: { instanceId_administratorId: { instanceId, administratorId } },
  });
}

/** Whoever signs in with the email, with a role in this instance or without. */
export async function findByEmail(
  { prisma }: Change,
  email: string,
): Promise<{ id: string; email: string } | undefined> {
  const row = await prisma.administrator.findUnique({
    where: { emailKey: foldCase(email) },
    select: { id: true, email: true },
  });
  return row ?? undefined;
}

/** The instance's administrators, the rows of their roles held until the change ends. */
export async function lockAdministrators({ prisma, sql, instanceId }: Change): Promise<Administrator[]> {
  await sql.query(
    "SELECT 1 FROM administrator_roles WHERE instance_id = $1 ORDER BY administrator_id FOR UPDATE",
    [instanceId],
  );
  return administratorsOf(prisma, instanceId);
}

/** By email. */
export async function findAdministrators(instanceId: string): Promise<Administrator[]> {
  return administratorsOf((await database()).prisma, instanceId);
}

async function administratorsOf(
  prisma: Prisma.TransactionClient,
  instanceId: string,
): Promise<Administrator[]> {
  const rows = await prisma.administratorRole.findMany({
    where: { instanceId },
    select: {
      role: true,
      createdAt: true,
      administrator: {
        select: { id: true, email: true, totpSecret: true, lastSignedInAt: true, disabledAt: true },
      },
    },
    orderBy: { administrator: { emailKey: "asc" } },
  });
  return rows.map(({ role, createdAt, administrator: { id, email, ...rest } }) => ({
    id,
    email,
    role,
    since: createdAt,
    hasSecondFactor: rest.totpSecret !== null,
    lastSignedInAt: rest.lastSignedInAt ?? undefined,
    disabled: rest.disabledAt !== null,
  }));
}
