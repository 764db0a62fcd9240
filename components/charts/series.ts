/** A line or a stack of bars. Two series are told apart by more than their colour: the legend and the table name them. */
export interface Series {
  readonly key: string;
  /** *Calls that succeeded*. */
  readonly label: string;
  readonly tone: "accent" | "bad" | "warn" | "good" | "muted";
}

/** A moment, or the beginning of a span, and the value of each series there; none where nothing was measured. */
export interface Point {
  /** ISO 8601. */
  readonly at: string;
  readonly values: Readonly<Record<string, number>>;
}

export const INK = {
  accent: "var(--color-accent)",
  bad: "var(--color-bad)",
  warn: "var(--color-warn)",
  good: "var(--color-good)",
  muted: "var(--color-muted)",
} as const satisfies Record<Series["tone"], string>;

/** A value in words. */
export function valueText(value: number | undefined, format: (value: number) => string): string {
  return value === undefined ? "None" : format(value);
}
