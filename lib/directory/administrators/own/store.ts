import { database } from "@/lib/db/client";
import { PRISMA_TRANSACTION, prismaSql } from "@/lib/db/sql";
import type { Role } from "../../actor";
import { DirectoryError } from "../../error";
import type { AuditAction, AuditState } from "../../logs/audit/entry";
import { appendAudit } from "../../logs/audit/store";
import type { Self, SessionStart } from "../session/session";

/** What an administrator sees of itself. */
export interface OwnAccount {
  readonly email: string;
  readonly hasSecondFactor: boolean;
  readonly recoveryCodesLeft: number;
  readonly passwordChangedAt: Date;
  readonly lastSignedInAt: Date | undefined;
  readonly roles: ReadonlyArray<{ readonly instanceId: string; readonly name: string; readonly role: Role }>;
}

/** The columns that an administrator changes of itself, or the operator for it. */
export interface OwnChange {
  readonly passwordHash?: string;
  /** Sealed; null takes the second factor away, with its recovery codes. */
  readonly totpSecret?: string | null;
  readonly totpStep?: number;
  /** Hashes. */
  readonly recoveryCodes?: readonly string[];
  readonly disabled?: boolean;
}

export interface OwnAudit {
  readonly action: AuditAction;
  readonly before: AuditState;
  readonly after: AuditState;
}

/**
 * Changes the administrator and ends its sessions, all of them: who goes on needs one of the
 * epoch that this gives. The audit logs of its instances all record it.
 *
 * @throws DirectoryError conflict when the session was ended meanwhile
 */
export async function changeOwn(
  { id, email, epoch, actor }: Self,
  change: OwnChange,
  { action, before, after }: OwnAudit,
  now = new Date(),
): Promise<SessionStart> {
  const { prisma } = await database();
  return prisma.$transaction(async (tx) => {
    const { passwordHash, totpSecret, totpStep, recoveryCodes, disabled } = change;
    const { count } = await tx.administrator.updateMany({
      // Of two changes that began in the same session, the first ends it for the second.
      where: { id, sessionEpoch: epoch },
      data: {
        sessionEpoch: { increment: 1 },
        ...(passwordHash !== undefined && { passwordHash, passwordChangedAt: now }),
        ...(totpSecret !== undefined && { totpSecret }),
        ...(totpSecret === null && { totpStep: null, recoveryCodes: [] }),
        ...(totpStep !== undefined && { totpStep }),
        ...(recoveryCodes !== undefined && { recoveryCodes: [...recoveryCodes] }),
        ...(disabled !== undefined && { disabledAt: disabled ? now : null }),
      },
    });
    if (count === 0) throw new DirectoryError("conflict", "This session has ended. Sign in again.");
    const roles = await tx.administratorRole.findMany({
      where: { administratorId: id },
      select: { instanceId: true },
      // The same order in every such change, against deadlocks over the heads of the chains.
      orderBy: { instanceId: "asc" },
    });
    const target = { type: "administrator", id, name: email } as const;
    for (const { instanceId } of roles) {
      await appendAudit(prismaSql(tx), instanceId, { time: now, actor, action, target, before, after });
    }
    return { id, epoch: epoch + 1 };
  }, PRISMA_TRANSACTION);
}

/** What proves who it is, for changes that a session alone does not allow. */
export async function ownSecrets(
  id: string,
): Promise<{ passwordHash: string; totpSecret: string | undefined } | undefined> {
  const { prisma } = await database();
  const row = await prisma.administrator.findUnique({
    where: { id },
    select: { passwordHash: true, totpSecret: true },
  });
  return row ? { passwordHash: row.passwordHash, totpSecret: row.totpSecret ?? undefined } : undefined;
}

export async function readOwnAccount(id: string): Promise<OwnAccount | undefined> {
  const { prisma } = await database();
  const row = await prisma.administrator.findUnique({
    where: { id },
    select: {
      email: true,
      totpSecret: true,
      recoveryCodes: true,
      createdAt: true,
      passwordChangedAt: true,
      lastSignedInAt: true,
      roles: {
        select: { instanceId: true, role: true, instance: { select: { name: true } } },
        orderBy: { instanceId: "asc" },
      },
    },
  });
  if (!row) return undefined;
  return {
    email: row.email,
    hasSecondFactor: row.totpSecret !== null,
    recoveryCodesLeft: row.recoveryCodes.length,
    passwordChangedAt: row.passwordChangedAt ?? row.createdAt,
    lastSignedInAt: row.lastSignedInAt ?? undefined,
    roles: row.roles.map(({ instanceId, role, instance }) => ({ instanceId, role, name: instance.name })),
  };
}
