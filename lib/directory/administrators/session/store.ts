import { database } from "@/lib/db/client";
import type { Role } from "../../actor";

interface SessionRow {
  readonly email: string;
  readonly epoch: number;
  readonly disabled: boolean;
}

export interface Credentials {
  readonly id: string;
  readonly email: string;
  readonly epoch: number;
  readonly passwordHash: string;
  readonly disabled: boolean;
  /** Sealed. Undefined: no second factor. */
  readonly totpSecret: string | undefined;
}

// Asked at each request of the console.
const SESSION = {
  name: "administrator_session",
  text: `SELECT email, session_epoch AS epoch, disabled_at IS NOT NULL AS disabled
    FROM administrators WHERE id = $1`,
};
const ROLE = {
  name: "administrator_role",
  text: "SELECT role::text AS role FROM administrator_roles WHERE instance_id = $1 AND administrator_id = $2",
};

export async function findSessionRow(id: string): Promise<SessionRow | undefined> {
  const [row] = await (await database()).query<SessionRow>(SESSION, [id]);
  return row;
}

export async function findRole(instanceId: string, administratorId: string): Promise<Role | undefined> {
  const [row] = await (await database()).query<{ role: Role }>(ROLE, [instanceId, administratorId]);
  return row?.role;
}

export async function findCredentials(emailKey: string): Promise<Credentials | undefined> {
  const { prisma } = await database();
  const row = await prisma.administrator.findUnique({
    where: { emailKey },
    select: {
      id: true,
      email: true,
      sessionEpoch: true,
      passwordHash: true,
      disabledAt: true,
      totpSecret: true,
    },
  });
  if (!row) return undefined;
  return {
    id: row.id,
    email: row.email,
    epoch: row.sessionEpoch,
    passwordHash: row.passwordHash,
    disabled: row.disabledAt !== null,
    totpSecret: row.totpSecret ?? undefined,
  };
}

export async function recordSignIn(id: string, now: Date): Promise<void> {
  await (await database()).query("UPDATE administrators SET last_signed_in_at = $2 WHERE id = $1", [id, now]);
}
