import { database } from "@/lib/db/client";
import type { Admin } from "../actor";
import { type Change, change, type Refusals } from "../change/store";
import { notFound } from "../error";
import { AUDIT_LANES } from "../logs/audit/store";
import type { Instance, InstanceSettings } from "./instance";

const SETTINGS = { uniqueEmail: true, uniquePhone: true, passwordPolicy: true } as const;
const COLUMNS = { id: true, name: true, createdAt: true, ...SETTINGS } as const;

interface InstanceRow extends InstanceSettings {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
}

/** An instance with the empty lanes of its audit chain; what else it begins with is up to the change. */
export function insertInstance<T>(
  admin: Admin,
  name: string,
  work: (change: Change) => Promise<T>,
  refusals: Refusals = {},
): Promise<T> {
  return change(
    admin,
    async (tx) => {
      await tx.prisma.instance.create({ data: { id: tx.instanceId, name, createdAt: tx.now } });
      const genesis = { instanceId: tx.instanceId, sequence: 0n, hash: new Uint8Array(32) };
      await tx.prisma.auditChain.createMany({
        data: Array.from({ length: AUDIT_LANES }, (_, lane) => ({ ...genesis, lane })),
      });
      return work(tx);
    },
    refusals,
  );
}

export async function findInstance(id: string): Promise<Instance | undefined> {
  const { prisma } = await database();
  const row = await prisma.instance.findUnique({ where: { id }, select: COLUMNS });
  return row ? instanceOf(row) : undefined;
}

/** Oldest first. @param administratorId only those in which this administrator has a role */
export async function findInstances(administratorId?: string): Promise<Instance[]> {
  const { prisma } = await database();
  const rows = await prisma.instance.findMany({
    where: administratorId === undefined ? {} : { administrators: { some: { administratorId } } },
    select: COLUMNS,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(instanceOf);
}

/** The instance, its row held until the change ends; what refers to its key goes on. */
export async function lockInstance(tx: Change): Promise<Instance> {
  const { prisma, sql, instanceId: id } = tx;
  await sql.query("SELECT 1 FROM instances WHERE id = $1 FOR NO KEY UPDATE", [id]);
  const row = await prisma.instance.findUnique({ where: { id }, select: COLUMNS });
  if (!row) throw notFound("instance", id);
  return instanceOf(row);
}

export async function writeName({ prisma, instanceId }: Change, name: string): Promise<void> {
  await prisma.instance.update({ where: { id: instanceId }, data: { name } });
}

export async function writeSettings(
  { prisma, instanceId }: Change,
  { uniqueEmail, uniquePhone, passwordPolicy }: InstanceSettings,
): Promise<void> {
  await prisma.instance.update({
    where: { id: instanceId },
    data: { uniqueEmail, uniquePhone, passwordPolicy },
  });
}

/** The folded value by which an account's email or phone is compared. */
const KEYS = {
  email: { column: "email_unique_key", key: "email_key" },
  phone: { column: "phone_unique_key", key: "phone_region || ':' || phone_number" },
} as const;

/**
 * Keeps accounts from being written until the transaction ends, so that no value
 * slips in between the check and the switch. Readers go on.
 */
export async function lockAccounts({ sql }: Change): Promise<void> {
  await sql.query("LOCK TABLE accounts IN SHARE ROW EXCLUSIVE MODE");
}

/** How many values more than one account holds. */
export async function countDoubled({ sql, instanceId }: Change, what: "email" | "phone"): Promise<number> {
  const [row] = await sql.query<{ doubled: number }>(
    `SELECT count(*)::int AS doubled FROM (
      SELECT 1 FROM accounts WHERE instance_id = $1 AND ${KEYS[what].key} IS NOT NULL
      GROUP BY ${KEYS[what].key} HAVING count(*) > 1) d`,
    [instanceId],
  );
  return row?.doubled ?? 0;
}

export async function restoreUniqueness({ sql, instanceId }: Change, what: "email" | "phone"): Promise<void> {
  const { column, key } = KEYS[what];
  await sql.query(`UPDATE accounts SET ${column} = ${key} WHERE instance_id = $1 AND ${key} IS NOT NULL`, [
    instanceId,
  ]);
}

export async function liftUniqueness({ sql, instanceId }: Change, what: "email" | "phone"): Promise<void> {
  const { column } = KEYS[what];
  await sql.query(`UPDATE accounts SET ${column} = NULL WHERE instance_id = $1 AND ${column} IS NOT NULL`, [
    instanceId,
  ]);
}

function instanceOf({
  id,
  name,
  createdAt,
  uniqueEmail,
  uniquePhone,
  passwordPolicy,
}: InstanceRow): Instance {
  return { id, name, createdAt, settings: { uniqueEmail, uniquePhone, passwordPolicy } };
}
