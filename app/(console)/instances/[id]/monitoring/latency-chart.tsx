"use client";

import dynamic from "next/dynamic";
import type { Span } from "@/components/charts/moment";
import type { Series } from "@/components/charts/series";
import { Skeleton } from "@/components/ui/skeleton";
import type { MonitoredSpan } from "@/lib/directory/monitoring/read-monitoring";

/** The drawing library comes after the page: nothing else waits for it. */
const TimeChart = dynamic(() => import("@/components/charts/time-chart").then((module) => module.TimeChart), {
  ssr: false,
  loading: () => <Skeleton size="h-63" />,
});

const SERIES: readonly Series[] = [
  { key: "slow", label: "95 of 100 calls are quicker", tone: "warn" },
  { key: "median", label: "Median", tone: "accent" },
];

interface LatencyChartProps {
  readonly label: string;
  readonly spans: readonly MonitoredSpan[];
  readonly span: Span;
}

/** How long calls took; a span without calls is a gap. */
export function LatencyChart({ label, spans, span }: LatencyChartProps) {
  const points = spans.map(({ at, median, slow }) => ({
    at: at.toISOString(),
    values: { ...(median !== undefined && { median }), ...(slow !== undefined && { slow }) },
  }));
  return (
    <TimeChart label={label} points={points} series={SERIES} span={span} unit="milliseconds" shape="lines" />
  );
}
