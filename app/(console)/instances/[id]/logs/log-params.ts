import { DirectoryError } from "@/lib/directory/error";
import { type ListParams, textParam, wordParam } from "../accounts/list-params";

const MINUTE = 60_000;

/** The spans that the filter Time offers, and how long each is. */
const SPANS = {
  "15m": { label: "Last 15 minutes", milliseconds: 15 * MINUTE },
  "1h": { label: "Last hour", milliseconds: 60 * MINUTE },
  "24h": { label: "Last 24 hours", milliseconds: 24 * 60 * MINUTE },
  "7d": { label: "Last 7 days", milliseconds: 7 * 24 * 60 * MINUTE },
} as const;

export const SPAN_OPTIONS = Object.entries(SPANS).map(([value, { label }]) => ({ value, label }));

/** What of the log is asked for, by time: `since` counts back from now, `from` and `to` stand still. */
export function timeParams(params: ListParams, now: Date) {
  const since = wordParam(params, "since", ["15m", "1h", "24h", "7d"]);
  const from = instantParam(params, "from");
  return {
    from: from ?? (since && new Date(now.getTime() - SPANS[since].milliseconds).toISOString()),
    to: instantParam(params, "to"),
  };
}

/** A moment of the address in ISO 8601; one that is none is read as if it were not there. */
function instantParam(params: ListParams, name: string): string | undefined {
  const moment = Date.parse(textParam(params, name) ?? "");
  return Number.isNaN(moment) ? undefined : new Date(moment).toISOString();
}

/** The address of the list under an opened entry: what closing the sheet goes back to. */
export function listAddress(pathname: string, params: ListParams, opened: readonly string[]): string {
  const kept = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (typeof value === "string" && !opened.includes(name)) kept.set(name, value);
  }
  return kept.size === 0 ? pathname : `${pathname}?${kept}`;
}

/** An entry that retention dropped, or that never was, leaves the list alone. */
export async function orGone<T>(found: Promise<T>): Promise<T | undefined> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof DirectoryError && error.problem === "not_found") return undefined;
    throw error;
  }
}
