import type { Actor } from "../../actor";

/** One change, as the audit log keeps it: who, from where, what, before → after. */
export interface AuditEntry {
  readonly time: Date;
  readonly actor: Actor;
  /** verb.noun of product.md, e.g. `token.create`. */
  readonly action: AuditAction;
  readonly target: AuditTarget;
  /** What changed, without secrets: a password is `true` when one was set. */
  readonly before: AuditState;
  readonly after: AuditState;
}

export interface AuditTarget {
  readonly type: AuditedType;
  readonly id: string;
  readonly name: string;
}

export type AuditedType =
  | "instance"
  | "administrator"
  | "organization"
  | "account"
  | "group"
  | "application"
  | "token"
  | "secret"
  | "field";

export type AuditAction = `${AuditedType}.${string}`;

export type AuditState = Readonly<Record<string, unknown>> | null;

/** The exact text that the hash chain covers. */
export function auditContent(entry: AuditEntry): string {
  return JSON.stringify({
    time: entry.time.toISOString(),
    actor: entry.actor,
    action: entry.action,
    target: entry.target,
    before: entry.before,
    after: entry.after,
  });
}
