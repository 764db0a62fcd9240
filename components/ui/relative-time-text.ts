const FORMAT = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

/** Largest first: the unit, its length in seconds. A month is 30.44 days, a year 365.25. */
const UNITS = [
  ["year", 31_557_600],
  ["month", 2_629_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const;

/** "3 minutes ago", "in 14 days". Below a minute it is "just now": seconds would be stale when read. */
export function relativeTimeText(date: Date, now: number): string {
  const seconds = (date.getTime() - now) / 1000;
  for (const [unit, length] of UNITS) {
    if (Math.abs(seconds) >= length) return FORMAT.format(Math.trunc(seconds / length), unit);
  }
  return seconds > 0 ? "in less than a minute" : "just now";
}
