const DAY = 86_400_000;

/** A validity to choose, with the day on which it ends (UTC). */
export interface ValidityPreset {
  readonly name: string;
  readonly days: number;
  readonly ends: string;
}

export interface ValidityPresets {
  readonly presets: readonly ValidityPreset[];
  /** The first and the last date that may be chosen, YYYY-MM-DD. */
  readonly first: string;
  readonly last: string;
}

// Years of 365 days: with a leap day among them, three of 366 would pass the 3 years that a token may last.
const PRESETS = [
  { name: "30 days", days: 30 },
  { name: "90 days", days: 90 },
  { name: "1 year", days: 365 },
  { name: "3 years", days: 1095 },
] as const;

const MOST_DAYS = 1096;

const SHOWN = new Intl.DateTimeFormat("en", { dateStyle: "long", timeZone: "UTC" });

/** What may be chosen at `now` (product.md, "Bearer tokens" 2). */
export function validityPresets(now: Date): ValidityPresets {
  const after = (days: number) => new Date(now.getTime() + days * DAY);
  const isoDate = (date: Date) => date.toISOString().slice(0, 10);
  return {
    presets: PRESETS.map(({ name, days }) => ({ name, days, ends: SHOWN.format(after(days)) })),
    first: isoDate(after(1)),
    last: isoDate(after(MOST_DAYS)),
  };
}
