import { z } from "zod";
import type { AuditRow } from "./store";

const Content = z.object({
  time: z.string(),
  actor: z.object({ kind: z.string(), id: z.string() }),
  action: z.string(),
  target: z.object({ id: z.string() }),
});

/**
 * The hash covers the content alone; the other columns repeat parts of it for look-ups.
 * Gives the first of them that says something else, or undefined; "content" when that
 * is no entry at all.
 */
export function repeatedColumnsProblem(row: AuditRow): string | undefined {
  const content = contentOf(row);
  if (!content) return "content";
  const applicationId = content.actor.kind === "application" ? content.actor.id : null;
  if (row.time.toISOString() !== content.time) return "time";
  if (row.actor_id !== content.actor.id) return "actor_id";
  if (row.application_id !== applicationId) return "application_id";
  if (row.action !== content.action) return "action";
  if (row.target_id !== content.target.id) return "target_id";
  return undefined;
}

function contentOf(row: AuditRow): z.output<typeof Content> | undefined {
  try {
    return Content.safeParse(JSON.parse(row.content)).data;
  } catch {
    return undefined;
  }
}
