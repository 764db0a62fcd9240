import { DirectoryError } from "./error";

/** Who makes a change, and from where: the "who" of the audit log. */
export interface Actor {
  readonly kind: "administrator" | "application" | "command_line";
  readonly id: string;
  readonly name: string;
  readonly address: string;
}

/** owner and administrator change everything; auditor reads everything, changes nothing. */
export type Role = "owner" | "administrator" | "auditor";

/** An administrator at work in one instance. Every administrative use case takes one. */
export interface Admin {
  readonly instanceId: string;
  readonly role: Role;
  readonly actor: Actor;
}

const RANK: Record<Role, number> = { auditor: 0, administrator: 1, owner: 2 };

/**
 * Authorization stands in the use case that does the work.
 * @throws DirectoryError forbidden, naming the role that can grant it
 */
export function requireRole(admin: Admin, role: Role): void {
  if (RANK[admin.role] >= RANK[role]) return;
  throw new DirectoryError(
    "forbidden",
    `This needs the role ${role} in this instance; you are ${admin.role}. An owner of the instance can grant it.`,
  );
}
