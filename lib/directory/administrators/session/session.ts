import type { Actor, Admin, Role } from "../../actor";
import { notFound } from "../../error";
import { findRole, findSessionRow } from "./store";

/** What a session begins with, and is held to at each request. */
export interface SessionStart {
  readonly id: string;
  /** The session ends when the administrator's epoch is raised. */
  readonly epoch: number;
}

/** Of a new administrator (prisma/schema.prisma). */
export const FIRST_EPOCH = 1;

/** An administrator at work, in no instance yet. */
export interface Self extends SessionStart {
  readonly email: string;
  readonly actor: Actor;
}

/** Whose session it is; undefined when it was ended, or the administrator is disabled or gone. */
export async function findSelf({ id, epoch }: SessionStart, address: string): Promise<Self | undefined> {
  const row = await findSessionRow(id);
  if (!row || row.disabled || row.epoch !== epoch) return undefined;
  const { email } = row;
  return { id, epoch, email, actor: { kind: "administrator", id, name: email, address } };
}

/** @throws DirectoryError not_found for an instance that is unknown or another's, alike */
export async function enterInstance({ actor }: Self, instanceId: string): Promise<Admin> {
  const role: Role | undefined = await findRole(instanceId, actor.id);
  if (role === undefined) throw notFound("instance", instanceId);
  return { instanceId, role, actor };
}
