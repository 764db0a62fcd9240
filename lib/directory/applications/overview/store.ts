import { database } from "@/lib/db/client";

/** What the clients of an application have done. */
export interface Activity {
  readonly workingTokens: number;
  readonly lastExpiry: Date | undefined;
  readonly firstRequest: Date | undefined;
  readonly lastRequest: Date | undefined;
  readonly calls: number;
  readonly failures: number;
}

interface ActivityRow {
  readonly application_id: string;
  readonly working_tokens: number;
  readonly last_expiry: Date | null;
  readonly first_request: Date | null;
  readonly last_request: Date | null;
  readonly calls: number;
  readonly failures: number;
}

const DAY = 86_400_000;

/** By the id of the application. */
export async function findActivity(instanceId: string, now: Date): Promise<Map<string, Activity>> {
  const rows = await (await database()).query<ActivityRow>(
    {
      name: "application_activity",
      text: `SELECT a.id AS application_id, coalesce(t.working, 0)::int AS working_tokens, t.last_expiry,
          least(t.first_use, c.first_hour) AS first_request, t.last_use AS last_request,
          coalesce(c.calls, 0)::int AS calls, coalesce(c.failures, 0)::int AS failures
        FROM applications a
        LEFT JOIN (SELECT application_id, count(*) FILTER (WHERE enabled AND expires_at > $2) AS working,
            max(expires_at) FILTER (WHERE enabled AND expires_at > $2) AS last_expiry,
            min(last_used_at) AS first_use, max(last_used_at) AS last_use
          FROM tokens WHERE instance_id = $1 GROUP BY application_id) t ON t.application_id = a.id
        LEFT JOIN (SELECT application_id, min(hour) AS first_hour,
            sum(calls) FILTER (WHERE hour > $3) AS calls, sum(failures) FILTER (WHERE hour > $3) AS failures
          FROM request_counts WHERE instance_id = $1 GROUP BY application_id) c ON c.application_id = a.id
        WHERE a.instance_id = $1`,
    },
    [instanceId, now, new Date(now.getTime() - DAY)],
  );
  return new Map(rows.map((row) => [row.application_id, activityOf(row)]));
}

function activityOf(row: ActivityRow): Activity {
  return {
    workingTokens: row.working_tokens,
    lastExpiry: row.last_expiry ?? undefined,
    firstRequest: row.first_request ?? undefined,
    lastRequest: row.last_request ?? undefined,
    calls: row.calls,
    failures: row.failures,
  };
}
