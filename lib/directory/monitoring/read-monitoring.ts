import type { z } from "zod";
import { type Admin, requireRole } from "../actor";
import { listApplications } from "../applications/read-application";
import { checked } from "../input";
import { MonitoringQuery, PERIODS, type Period } from "./query";
import {
  type CountedCalls,
  countCalls,
  findDurations,
  findTopErrors,
  type MeasuredSpan,
  type TopError,
} from "./store";

/** The calls of one point of the charts. */
export interface MonitoredSpan extends Omit<MeasuredSpan, "at"> {
  /** Its beginning. */
  readonly at: Date;
  readonly calls: number;
  readonly failures: number;
}

export interface MonitoredApplication {
  readonly id: string;
  /** undefined once it is deleted; its calls stay. */
  readonly name: string | undefined;
  readonly calls: number;
  readonly failures: number;
}

/** How calling went over a period. */
export interface Monitoring {
  readonly period: Period;
  readonly calls: number;
  readonly failures: number;
  /** Oldest first, those without a call included. */
  readonly spans: readonly MonitoredSpan[];
  /** Those that called, the busiest first. */
  readonly applications: readonly MonitoredApplication[];
  /** Of the period's latest failures, the most frequent first. */
  readonly errors: readonly TopError[];
}

const HOUR = 3_600_000;

/**
 * Calls and failures are counted exactly; durations and errors are those of the latest calls of each point
 * and of the latest failures, so that the cost does not grow with the log.
 *
 * @throws DirectoryError invalid_value
 */
export async function readMonitoring(
  admin: Admin,
  query: z.input<typeof MonitoringQuery> = {},
  now = new Date(),
): Promise<Monitoring> {
  requireRole(admin, "auditor");
  const { period, applicationId } = checked(MonitoringQuery, query);
  const starts = startsOf(period, now);
  const [first = now] = starts;
  const width = PERIODS[period].step * HOUR;
  const asked = { instanceId: admin.instanceId, applicationId, since: first, width };
  const [counted, measured, errors, applications] = await Promise.all([
    countCalls(asked),
    findDurations(asked, starts),
    findTopErrors(asked),
    listApplications(admin),
  ]);
  const names = new Map(applications.map(({ id, name }) => [id, name]));
  const durations = new Map(measured.map((span) => [span.at.getTime(), span]));
  return {
    period,
    ...sumOf(counted),
    spans: starts.map((at) => ({
      median: undefined,
      slow: undefined,
      ...durations.get(at.getTime()),
      ...sumOf(counted.filter((each) => each.at.getTime() === at.getTime())),
      at,
    })),
    applications: byApplication(counted).map((each) => ({ ...each, name: names.get(each.id) })),
    errors,
  };
}

/** Whole steps of UTC, the last of them still running. */
function startsOf(period: Period, now: Date): Date[] {
  const { hours, step } = PERIODS[period];
  const width = step * HOUR;
  const last = Math.floor(now.getTime() / width) * width;
  const count = hours / step;
  return Array.from({ length: count }, (_, index) => new Date(last - (count - 1 - index) * width));
}

function byApplication(counted: readonly CountedCalls[]) {
  const ids = [...new Set(counted.map(({ applicationId }) => applicationId))];
  return ids
    .map((id) => ({ id, ...sumOf(counted.filter(({ applicationId }) => applicationId === id)) }))
    .sort((one, other) => other.calls - one.calls || one.id.localeCompare(other.id));
}

function sumOf(counted: readonly CountedCalls[]) {
  return {
    calls: counted.reduce((sum, { calls }) => sum + calls, 0),
    failures: counted.reduce((sum, { failures }) => sum + failures, 0),
  };
}
