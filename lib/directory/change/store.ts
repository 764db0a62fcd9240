import { database } from "@/lib/db/client";
import { foreignKeyViolation, uniqueViolation } from "@/lib/db/errors";
import type { Prisma } from "@/lib/db/generated/client";
import { prismaSql, type Sql } from "@/lib/db/sql";
import type { Admin } from "../actor";
import type { DirectoryError } from "../error";
import type { AuditAction, AuditState, AuditTarget } from "../logs/audit/entry";
import { appendAudit } from "../logs/audit/store";

/** A change at work: its transaction, and the way to its audit entry. */
export interface Change {
  readonly instanceId: string;
  readonly now: Date;
  readonly prisma: Prisma.TransactionClient;
  readonly sql: Sql;
  /** Appends the entry that records this change; nothing of it may be secret. */
  audit(action: AuditAction, target: AuditTarget, before: AuditState, after: AuditState): Promise<void>;
}

/** What to say when the database itself refuses, as it does in a race that the use case lost. */
export interface Refusals {
  /** A unique value is held by another row. undefined: what it means is unknown. */
  readonly taken?: (constraint: string) => DirectoryError | undefined;
  /** A row that is referred to is missing, or one that goes is still referred to. */
  readonly held?: (constraint: string) => DirectoryError | undefined;
}

// Restoring uniqueness over a large directory takes longer than Prisma's 5 seconds.
const LIMITS = { maxWait: 30_000, timeout: 120_000 };

/** One administrative change with its audit entry: a single transaction. */
export async function change<T>(
  admin: Admin,
  work: (change: Change) => Promise<T>,
  refusals: Refusals = {},
  now = new Date(),
): Promise<T> {
  const { prisma } = await database();
  try {
    return await prisma.$transaction((tx) => work(changeIn(admin, tx, now)), LIMITS);
  } catch (error) {
    throw refusalOf(error, refusals) ?? error;
  }
}

function refusalOf(error: unknown, { taken, held }: Refusals): DirectoryError | undefined {
  const doubled = taken && uniqueViolation(error);
  if (doubled) return taken(doubled.constraint);
  const missing = held && foreignKeyViolation(error);
  return missing && held(missing.constraint);
}

function changeIn(admin: Admin, prisma: Prisma.TransactionClient, now: Date): Change {
  const sql = prismaSql(prisma);
  return {
    instanceId: admin.instanceId,
    now,
    prisma,
    sql,
    audit: (action, target, before, after) =>
      appendAudit(sql, admin.instanceId, { time: now, actor: admin.actor, action, target, before, after }),
  };
}
