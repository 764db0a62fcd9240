"use client";

import dynamic from "next/dynamic";
import { Skeleton } from "../ui/skeleton";
import type { Span } from "./moment";
import type { Series } from "./series";

/** The drawing library comes after the page: nothing else waits for it. */
const TimeChart = dynamic(() => import("./time-chart").then((module) => module.TimeChart), {
  ssr: false,
  loading: () => <Skeleton size="h-63" />,
});

interface CallsChartProps {
  /** *Calls in the last 24 hours*. */
  readonly label: string;
  /** Oldest first, one for each span, zeros included. */
  readonly spans: readonly { readonly at: string; readonly succeeded: number; readonly failed: number }[];
  readonly span: Span;
}

const SERIES: readonly Series[] = [
  { key: "succeeded", label: "Succeeded", tone: "accent" },
  { key: "failed", label: "Failed", tone: "bad" },
];

/** SCIM calls over time, failures on top. */
export function CallsChart({ label, spans, span }: CallsChartProps) {
  const points = spans.map(({ at, succeeded, failed }) => ({ at, values: { succeeded, failed } }));
  return <TimeChart label={label} points={points} series={SERIES} span={span} />;
}
