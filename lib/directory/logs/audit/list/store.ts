import { database } from "@/lib/db/client";

interface ContentRow {
  readonly content: string;
}

/** The content of the newest entries; of one application, those by it and those about it. */
export async function findContents(
  instanceId: string,
  applicationId: string | undefined,
  limit: number,
): Promise<string[]> {
  const rows = await (await database()).query<ContentRow>(
    {
      name: "audit_list",
      text: `SELECT content FROM audit_log
        WHERE instance_id = $1 AND ($2::text IS NULL OR application_id = $2 OR target_id = $2)
        ORDER BY time DESC, lane DESC, sequence DESC LIMIT $3`,
    },
    [instanceId, applicationId ?? null, limit],
  );
  return rows.map(({ content }) => content);
}
