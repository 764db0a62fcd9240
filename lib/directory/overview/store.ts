import { database } from "@/lib/db/client";
import type { HourOfCalls } from "./read-overview";

export interface DirectoryCounts {
  readonly accounts: number;
  readonly disabledAccounts: number;
  readonly groups: number;
  readonly organizations: number;
  readonly applications: number;
}

export async function countThings(instanceId: string): Promise<DirectoryCounts> {
  const [row] = await (await database()).query<DirectoryCounts>(
    {
      name: "overview_counts",
      text: `SELECT
        (SELECT count(*)::int FROM accounts WHERE instance_id = $1) AS accounts,
        (SELECT count(*)::int FROM accounts WHERE instance_id = $1 AND NOT enabled) AS "disabledAccounts",
        (SELECT count(*)::int FROM groups WHERE instance_id = $1) AS groups,
        (SELECT count(*)::int FROM organizations WHERE instance_id = $1) AS organizations,
        (SELECT count(*)::int FROM applications WHERE instance_id = $1) AS applications`,
    },
    [instanceId],
  );
  return row ?? { accounts: 0, disabledAccounts: 0, groups: 0, organizations: 0, applications: 0 };
}

/** Calls and failures of each hour that had any, by the time it began. */
export async function findHours(instanceId: string, since: Date): Promise<Map<number, HourOfCalls>> {
  const rows = await (await database()).query<HourOfCalls>(
    {
      name: "overview_hours",
      text: `SELECT hour, sum(calls)::int AS calls, sum(failures)::int AS failures FROM request_counts
        WHERE instance_id = $1 AND hour >= $2 GROUP BY hour`,
    },
    [instanceId, since],
  );
  return new Map(rows.map((row) => [row.hour.getTime(), row]));
}

/** An enabled token that expires within 30 days, or has. */
export interface ExpiringToken {
  readonly applicationId: string;
  readonly applicationName: string;
  readonly tokenId: string;
  readonly lastFour: string;
  readonly expiresAt: Date;
}

const LONGEST_WARNING = 30 * 86_400_000;

/** The soonest first. One that has a successor with a longer life is not named: the rotation is under way. */
export async function findExpiringTokens(instanceId: string, now: Date): Promise<ExpiringToken[]> {
  return (await database()).query<ExpiringToken>(
    {
      name: "overview_tokens",
      text: `SELECT a.id AS "applicationId", a.name AS "applicationName", t.id AS "tokenId",
          t.last_four AS "lastFour", t.expires_at AS "expiresAt"
        FROM tokens t JOIN applications a ON a.instance_id = t.instance_id AND a.id = t.application_id
        WHERE t.instance_id = $1 AND t.enabled AND a.enabled AND t.expires_at <= $2
          AND NOT EXISTS (SELECT 1 FROM tokens o WHERE o.instance_id = $1 AND o.application_id = t.application_id
            AND o.enabled AND o.expires_at > $2)
        ORDER BY t.expires_at, t.id`,
    },
    [instanceId, new Date(now.getTime() + LONGEST_WARNING)],
  );
}
