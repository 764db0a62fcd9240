import { z } from "zod";
import type { Change } from "../../../change/store";
import { DirectoryError } from "../../../error";

const Written = z.object({
  time: z.string(),
  actor: z.object({ name: z.string() }),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
});

/** As many of the latest changes as a message names. */
const MOST_NAMED = 5;

/**
 * The refusal of an edit that started from a state which others have changed since: who
 * changed what, as the audit log has it.
 *
 * @param what the thing, e.g. `account "ada"`
 * @param changes how many changes there were since, as far as that is known
 */
export async function changedSince(
  { sql, instanceId }: Pick<Change, "sql" | "instanceId">,
  what: string,
  targetId: string,
  changes = 1,
): Promise<DirectoryError> {
  const rows = await sql.query<{ content: string }>(
    `SELECT content FROM audit_log WHERE instance_id = $1 AND target_id = $2
     ORDER BY time DESC, lane DESC, sequence DESC LIMIT ${Math.min(Math.max(changes, 1), MOST_NAMED)}`,
    [instanceId, targetId],
  );
  const entries = rows.map(({ content }) => Written.parse(JSON.parse(content)));
  const told = entries.map(({ actor, time, before, after }) => {
    const keys = Object.keys({ ...before, ...after }).filter((key) => differs(before?.[key], after?.[key]));
    const at = time.slice(0, 16).replace("T", " ");
    return `${actor.name} changed ${keys.length > 0 ? keys.join(", ") : "it"} at ${at} UTC`;
  });
  const who = told.length > 0 ? `: ${told.join("; ")}` : "";
  return new DirectoryError(
    "conflict",
    `The ${what} was changed since you opened it${who}. Nothing was saved. Reload to see it as it is now, and make your change again.`,
  );
}

function differs(before: unknown, after: unknown): boolean {
  return JSON.stringify(before) !== JSON.stringify(after);
}
