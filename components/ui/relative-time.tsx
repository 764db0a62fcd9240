"use client";

import { useSyncExternalStore } from "react";
import { relativeTimeText } from "./relative-time-text";

const listeners = new Set<() => void>();
let clock: ReturnType<typeof setInterval> | undefined;
let now = Date.now();

/** One clock for all the times on a page: a hundred rows are not a hundred timers. */
function subscribe(listener: () => void) {
  listeners.add(listener);
  clock ??= setInterval(() => {
    now = Date.now();
    for (const each of listeners) each();
  }, 30_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(clock);
    clock = undefined;
  };
}

const ABSOLUTE = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "medium" });

interface RelativeTimeProps {
  readonly date: Date | string;
}

/** "3 minutes ago", with the moment itself, in the reader's time zone, on hover. */
export function RelativeTime({ date }: RelativeTimeProps) {
  const moment = new Date(date);
  const seen = useSyncExternalStore(
    subscribe,
    () => now,
    () => undefined,
  );
  return (
    <time
      dateTime={moment.toISOString()}
      // The server knows neither the reader's clock nor the reader's time zone.
      title={seen === undefined ? undefined : ABSOLUTE.format(moment)}
      suppressHydrationWarning
    >
      {relativeTimeText(moment, Math.max(seen ?? 0, Date.now()))}
    </time>
  );
}
