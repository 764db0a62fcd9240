import type { Caller } from "../callers/caller";
import type { AuditEntry, AuditState } from "../logs/audit/entry";

/** What the audit log keeps of a change of a group. */
export function groupAudit(
  caller: Caller,
  action: "group.create" | "group.update" | "group.delete",
  target: { readonly id: string; readonly displayName: string },
  states: { readonly before: AuditState; readonly after: AuditState },
  time: Date,
): AuditEntry {
  return {
    time,
    actor: caller.actor,
    action,
    target: { type: "group", id: target.id, name: target.displayName },
    ...states,
  };
}
