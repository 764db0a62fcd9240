import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Change } from "../change/store";
import type { Token } from "./token";
import type { TokenDigest } from "./token-format";

/** A token beside its place among the application's two. */
export interface PlacedToken extends Token {
  readonly slot: number;
}

const COLUMNS = {
  id: true,
  slot: true,
  lastFour: true,
  enabled: true,
  createdAt: true,
  expiresAt: true,
  lastUsedAt: true,
  lastUsedAddress: true,
  lastUsedUserAgent: true,
} as const satisfies Prisma.TokenSelect;

type TokenRow = Prisma.TokenGetPayload<{ select: typeof COLUMNS }>;

const BY_AGE = [{ createdAt: "asc" }, { id: "asc" }] as const;

/** Oldest first. */
export async function findTokens(instanceId: string, applicationId: string): Promise<Token[]> {
  const { prisma } = await database();
  const rows = await prisma.token.findMany({
    where: { instanceId, applicationId },
    select: COLUMNS,
    orderBy: [...BY_AGE],
  });
  return rows.map(tokenOf);
}

/** The tokens of an application whose row the change holds, oldest first. */
export async function tokensOf(
  { prisma, instanceId }: Change,
  applicationId: string,
): Promise<PlacedToken[]> {
  const rows = await prisma.token.findMany({
    where: { instanceId, applicationId },
    select: COLUMNS,
    orderBy: [...BY_AGE],
  });
  return rows.map((row) => ({ ...tokenOf(row), slot: row.slot }));
}

export async function insertToken(
  { prisma, instanceId, now }: Change,
  token: { id: string; applicationId: string; slot: number; expiresAt: Date; digest: TokenDigest },
): Promise<void> {
  const { digest, ...columns } = token;
  await prisma.token.create({ data: { instanceId, ...columns, ...digest, enabled: true, createdAt: now } });
}

export async function updateTokenEnabled(
  { prisma, instanceId }: Change,
  id: string,
  enabled: boolean,
): Promise<void> {
  await prisma.token.update({ where: { instanceId_id: { instanceId, id } }, data: { enabled } });
}

export async function deleteTokenRow({ prisma, instanceId }: Change, id: string): Promise<void> {
  await prisma.token.delete({ where: { instanceId_id: { instanceId, id } } });
}

function tokenOf(row: TokenRow): Token {
  return {
    id: row.id,
    lastFour: row.lastFour,
    enabled: row.enabled,
    createdAt: row.createdAt,
    expiresAt: row.expiresAt,
    lastUsed:
      row.lastUsedAt === null
        ? undefined
        : {
            at: row.lastUsedAt,
            address: row.lastUsedAddress ?? undefined,
            userAgent: row.lastUsedUserAgent ?? undefined,
          },
  };
}
