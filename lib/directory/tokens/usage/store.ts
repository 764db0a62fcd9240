import { database } from "@/lib/db/client";

/** The calls of an application since a time, by the id of the token, deleted ones included. */
export async function findCalls(
  instanceId: string,
  applicationId: string,
  since: Date,
): Promise<Map<string, number>> {
  const rows = await (await database()).query<{ token_id: string; calls: number }>(
    {
      name: "token_calls",
      text: `SELECT token_id, sum(calls)::int AS calls FROM request_counts
        WHERE instance_id = $1 AND application_id = $2 AND hour > $3 GROUP BY token_id`,
    },
    [instanceId, applicationId, since],
  );
  return new Map(rows.map(({ token_id: id, calls }) => [id, calls]));
}
