import { database } from "@/lib/db/client";
import type { Named } from "../account-view";

export interface ExternalId {
  readonly applicationId: string;
  readonly applicationName: string;
  readonly externalId: string;
}

/** From the root to the organization itself. */
export async function findOrganizationPath(instanceId: string, id: string): Promise<Named[]> {
  return (await database()).query<Named>(
    {
      name: "organization_path",
      text: `SELECT o.id, o.name FROM organization_paths p
        JOIN organizations o ON o.instance_id = p.instance_id AND o.id = p.ancestor_id
        WHERE p.instance_id = $1 AND p.descendant_id = $2 ORDER BY p.depth DESC`,
    },
    [instanceId, id],
  );
}

/** By the name of the application. */
export async function findExternalIds(instanceId: string, accountId: string): Promise<ExternalId[]> {
  return (await database()).query<ExternalId>(
    {
      name: "account_external_ids",
      text: `SELECT x.application_id AS "applicationId", s.name AS "applicationName",
          x.external_id AS "externalId"
        FROM account_external_ids x
        JOIN applications s ON s.instance_id = x.instance_id AND s.id = x.application_id
        WHERE x.instance_id = $1 AND x.account_id = $2 ORDER BY s.name_key`,
    },
    [instanceId, accountId],
  );
}

/** An account that is written at every cycle has no end of entries; values older than these show no origin. */
const MOST_READ = 500;

/** The content of the audit entries of an account, newest first. */
export async function findHistory(instanceId: string, accountId: string): Promise<string[]> {
  const rows = await (await database()).query<{ content: string }>(
    {
      name: "account_history",
      text: `SELECT content FROM audit_log WHERE instance_id = $1 AND target_id = $2
        ORDER BY time DESC, lane DESC, sequence DESC LIMIT ${MOST_READ}`,
    },
    [instanceId, accountId],
  );
  return rows.map(({ content }) => content);
}
