"use client";

import {
  Area,
  Bar,
  CartesianGrid,
  ComposedChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { ChartFrame } from "./chart-frame";
import { ChartTooltip } from "./chart-tooltip";
import { type Span, shortMoment } from "./moment";
import { INK, type Point, type Series } from "./series";
import { UNIT, type Unit } from "./unit";

interface TimeChartProps {
  readonly label: string;
  readonly points: readonly Point[];
  readonly series: readonly Series[];
  /** How far apart the points are. */
  readonly span: Span;
  readonly unit?: Unit;
  /** Stacked bars for what is counted in a span, lines for what is measured at a moment. */
  readonly shape?: "bars" | "lines";
}

const TICK = { fill: "var(--color-muted)", fontSize: 12 } as const;

/** Values over time. */
export function TimeChart({ label, points, series, span, unit = "count", shape = "bars" }: TimeChartProps) {
  const { axis, exact } = UNIT[unit];
  return (
    <ChartFrame label={label} series={series} points={points} span={span} format={exact}>
      <ResponsiveContainer width="100%" height="100%">
        <ComposedChart
          data={[...points]}
          margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
          barCategoryGap="20%"
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} stroke="var(--color-line)" />
          <XAxis
            dataKey="at"
            tickFormatter={(at: string) => shortMoment(at, span)}
            tick={TICK}
            tickLine={false}
            axisLine={{ stroke: "var(--color-line)" }}
            minTickGap={32}
          />
          <YAxis
            tickFormatter={axis}
            tick={TICK}
            tickLine={false}
            axisLine={false}
            width={48}
            allowDecimals={unit !== "count"}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: "var(--color-sunken)", stroke: "var(--color-line)" }}
            content={({ active, label: at }) => (
              <ChartTooltip
                active={active}
                point={points.find((point) => point.at === at)}
                series={series}
                span={span}
                format={exact}
              />
            )}
          />
          {series.map(({ key, tone }) =>
            shape === "bars" ? (
              <Bar
                key={key}
                dataKey={(point: Point) => point.values[key] ?? 0}
                stackId="all"
                fill={INK[tone]}
                isAnimationActive={false}
              />
            ) : (
              <Area
                key={key}
                // A span that was not measured is a gap; a point between two gaps would be no line at all.
                dataKey={(point: Point) => point.values[key] ?? null}
                type="monotone"
                stroke={INK[tone]}
                strokeWidth={2}
                fill={INK[tone]}
                fillOpacity={0.08}
                dot={{ r: 2, fill: INK[tone], fillOpacity: 1, strokeWidth: 0 }}
                isAnimationActive={false}
              />
            ),
          )}
        </ComposedChart>
      </ResponsiveContainer>
    </ChartFrame>
  );
}
