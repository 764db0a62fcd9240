import { database } from "@/lib/db/client";

/** What is asked of the counts and of the log. */
export interface Asked {
  readonly instanceId: string;
  /** undefined: of all of them. */
  readonly applicationId: string | undefined;
  readonly since: Date;
  /** Of a point of the charts, in milliseconds; whole hours. */
  readonly width: number;
}

export interface CountedCalls {
  /** The beginning of the span. */
  readonly at: Date;
  readonly applicationId: string;
  readonly calls: number;
  readonly failures: number;
}

export async function countCalls({
  instanceId,
  applicationId,
  since,
  width,
}: Asked): Promise<CountedCalls[]> {
  return (await database()).query<CountedCalls>(
    {
      name: "monitoring_counts",
      text: `SELECT date_bin(make_interval(secs => $4), hour, timestamptz '1970-01-01T00:00:00Z') AS at,
          application_id AS "applicationId", sum(calls)::int AS calls, sum(failures)::int AS failures
        FROM request_counts
        WHERE instance_id = $1 AND hour >= $2 AND ($3::text IS NULL OR application_id = $3)
        GROUP BY 1, 2`,
    },
    [instanceId, since, applicationId ?? null, width / 1000],
  );
}

/** How long the calls of a span took, in milliseconds. */
export interface MeasuredSpan {
  readonly at: Date;
  readonly median: number | undefined;
  /** 95 of 100 calls were quicker. */
  readonly slow: number | undefined;
}

/** The calls of a span that are measured: its latest. 30 spans read 6,000 rows at most. */
const MEASURED = 200;

/** One statement for both questions would keep the index of the application from being used. */
export async function findDurations(
  { instanceId, applicationId, width }: Asked,
  starts: readonly Date[],
): Promise<MeasuredSpan[]> {
  const of = applicationId === undefined ? "" : "AND l.application_id = $4";
  return (await database()).query<MeasuredSpan>(
    `SELECT s.at, percentile_cont(0.5) WITHIN GROUP (ORDER BY c.duration_ms) AS median,
        percentile_cont(0.95) WITHIN GROUP (ORDER BY c.duration_ms) AS slow
      FROM unnest($2::timestamptz[]) s (at), LATERAL (
        SELECT l.duration_ms FROM request_logs l
        WHERE l.instance_id = $1 AND l.time >= s.at AND l.time < s.at + make_interval(secs => $3) ${of}
        ORDER BY l.time DESC LIMIT ${MEASURED}) c
      GROUP BY s.at`,
    [instanceId, starts, width / 1000, ...(applicationId === undefined ? [] : [applicationId])],
  );
}

/** Failures that are answered alike. */
export interface TopError {
  readonly status: number;
  readonly scimType: string | undefined;
  /** What was answered to the latest of them. */
  readonly detail: string | undefined;
  readonly failures: number;
  readonly lastTime: Date;
  readonly lastId: string;
}

interface TopErrorRow extends Omit<TopError, "scimType" | "detail"> {
  readonly scimType: string | null;
  readonly detail: string | null;
}

/** The latest failures, of which the most frequent are found. */
const EXAMINED = 5000;
const SHOWN = 10;

/**
 * Details that differ in an id or a quoted value alone are one error: those are blanked before they are
 * counted. The condition on the status is that of the index of failures, to the letter.
 */
export async function findTopErrors({ instanceId, applicationId, since }: Asked): Promise<TopError[]> {
  const of = applicationId === undefined ? "" : "AND l.application_id = $3";
  const rows = await (await database()).query<TopErrorRow>(
    `SELECT status, scim_type AS "scimType", (array_agg(detail ORDER BY time DESC))[1] AS detail,
        count(*)::int AS failures, max(time) AS "lastTime", (array_agg(id ORDER BY time DESC))[1] AS "lastId"
      FROM (SELECT l.time, l.id, l.status, l.scim_type, l.detail FROM request_logs l
        WHERE l.instance_id = $1 AND l.time >= $2 AND l.status >= 400 ${of}
        ORDER BY l.time DESC, l.id DESC LIMIT ${EXAMINED}) f
      GROUP BY status, scim_type, regexp_replace(coalesce(detail, ''), '"[^"]*"|[a-z]+_[a-z2-7]{26}|[0-9]+', '', 'g')
      ORDER BY failures DESC, "lastTime" DESC LIMIT ${SHOWN}`,
    [instanceId, since, ...(applicationId === undefined ? [] : [applicationId])],
  );
  return rows.map(({ scimType, detail, ...row }) => ({
    ...row,
    scimType: scimType ?? undefined,
    detail: detail ?? undefined,
  }));
}
