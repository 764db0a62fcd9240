export type Unit = "count" | "milliseconds" | "percent";

interface Format {
  readonly axis: (value: number) => string;
  readonly exact: (value: number) => string;
}

const compact = new Intl.NumberFormat("en", { notation: "compact" });
const full = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });

export const UNIT: Record<Unit, Format> = {
  count: { axis: (value) => compact.format(value), exact: (value) => full.format(value) },
  milliseconds: {
    // The space does not break: a label of the axis is one line.
    axis: (value) => `${compact.format(value)}\u00a0ms`,
    exact: (value) => `${full.format(value)} ms`,
  },
  percent: { axis: (value) => `${full.format(value)}%`, exact: (value) => `${full.format(value)}%` },
};
