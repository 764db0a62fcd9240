import { longMoment, type Span } from "./moment";
import { INK, type Point, type Series, valueText } from "./series";

interface ChartTooltipProps {
  readonly active: boolean;
  readonly point: Point | undefined;
  readonly series: readonly Series[];
  readonly span: Span;
  readonly format: (value: number) => string;
}

/** The numbers under the pointer. */
export function ChartTooltip({ active, point, series, span, format }: ChartTooltipProps) {
  if (!active || !point) return null;
  return (
    <div className="flex flex-col gap-1 rounded-md border border-line bg-raised px-3 py-2 text-meta shadow-float">
      <p className="text-muted">{longMoment(point.at, span)}</p>
      {series.map(({ key, label, tone }) => (
        <p key={key} className="flex items-center gap-1.5 tabular-nums">
          <span className="size-2 rounded-full" style={{ background: INK[tone] }} />
          <span className="grow pr-4">{label}</span>
          <span className="font-medium">{valueText(point.values[key], format)}</span>
        </p>
      ))}
    </div>
  );
}
