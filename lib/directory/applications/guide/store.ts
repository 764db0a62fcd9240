import { database } from "@/lib/db/client";

interface FactsRow {
  readonly working_tokens: number;
  readonly first_request: Date | null;
}

/** What an application's client has: tokens that can be used, and when it first called (to the hour). */
export async function findClientFacts(
  instanceId: string,
  applicationId: string,
  now: Date,
): Promise<{ workingTokens: number; firstRequest: Date | undefined }> {
  const [row] = await (await database()).query<FactsRow>(
    {
      name: "guide_facts",
      text: `SELECT
          (SELECT count(*)::int FROM tokens WHERE instance_id = $1 AND application_id = $2 AND enabled
            AND expires_at > $3) AS working_tokens,
          least((SELECT min(hour) FROM request_counts WHERE instance_id = $1 AND application_id = $2),
            (SELECT min(last_used_at) FROM tokens WHERE instance_id = $1 AND application_id = $2)) AS first_request`,
    },
    [instanceId, applicationId, now],
  );
  return { workingTokens: row?.working_tokens ?? 0, firstRequest: row?.first_request ?? undefined };
}

/** The hash of a token that the application's client could send now. */
export async function findWorkingTokenHash(
  instanceId: string,
  applicationId: string,
  now: Date,
): Promise<Uint8Array | undefined> {
  const [row] = await (await database()).query<{ hash: Uint8Array }>(
    {
      name: "guide_token",
      text: `SELECT hash FROM tokens WHERE instance_id = $1 AND application_id = $2 AND enabled AND expires_at > $3
        ORDER BY created_at DESC LIMIT 1`,
    },
    [instanceId, applicationId, now],
  );
  return row?.hash;
}
