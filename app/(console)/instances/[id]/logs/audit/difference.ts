import type { AuditState } from "@/lib/directory/logs/audit/entry";

/** One value of a thing, before a change and after it. */
export interface Difference {
  readonly key: string;
  /** undefined: there was none, or there is none any more. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly changed: boolean;
}

/** What changed stands first, what stayed after it; each in the order in which it was logged. */
export function differences(before: AuditState, after: AuditState): readonly Difference[] {
  const keys = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  const all = [...keys].map((key) => {
    const old = textOf(before?.[key]);
    const now = textOf(after?.[key]);
    return { key, before: old, after: now, changed: old !== now };
  });
  return [...all.filter(({ changed }) => changed), ...all.filter(({ changed }) => !changed)];
}

/** Text as it is, everything else as JSON. An empty text is told from no value. */
function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === "string") return value === "" ? '""' : value;
  return JSON.stringify(value, null, 1).replace(/\n\s*/g, " ");
}
