import { database } from "@/lib/db/client";
import { foldCase } from "@/lib/scim/compare";
import type { AccountView } from "./account-view";

interface ViewRow {
  readonly id: string;
  readonly username: string;
  readonly display_name: string | null;
  readonly email: string | null;
  readonly phone_region: string | null;
  readonly phone_number: string | null;
  readonly has_password: boolean;
  readonly enabled: boolean;
  readonly organization_id: string;
  readonly organization_name: string;
  readonly source: AccountView["source"];
  readonly source_application_id: string | null;
  readonly external_ids: AccountView["externalIds"] | null;
  readonly extended: AccountView["extended"] | null;
  readonly encrypted_fields: readonly string[] | null;
  readonly groups: AccountView["groups"] | null;
  readonly version: number;
  readonly created_at: Date;
  readonly updated_at: Date;
}

// An encrypted value never leaves the database here: only that there is one.
const VIEW = `
  SELECT a.id, a.username, a.display_name, a.email, a.phone_region, a.phone_number,
    a.password_hash IS NOT NULL AS has_password, a.enabled, a.organization_id, o.name AS organization_name,
    a.source::text, a.source_application_id, a.version, a.created_at, a.updated_at,
    (SELECT jsonb_object_agg(x.application_id, x.external_id) FROM account_external_ids x
      WHERE x.instance_id = a.instance_id AND x.account_id = a.id) AS external_ids,
    (SELECT jsonb_object_agg(f.key, v.value) FROM extended_values v
      JOIN extended_fields f ON f.instance_id = v.instance_id AND f.id = v.field_id AND NOT f.encrypted
      WHERE v.instance_id = a.instance_id AND v.account_id = a.id) AS extended,
    (SELECT jsonb_agg(f.key ORDER BY f.key) FROM extended_values v
      JOIN extended_fields f ON f.instance_id = v.instance_id AND f.id = v.field_id AND f.encrypted
      WHERE v.instance_id = a.instance_id AND v.account_id = a.id) AS encrypted_fields,
    (SELECT jsonb_agg(jsonb_build_object('id', g.id, 'displayName', g.display_name) ORDER BY g.display_name_key)
      FROM group_members m JOIN groups g ON g.instance_id = m.instance_id AND g.id = m.group_id
      WHERE m.instance_id = a.instance_id AND m.account_id = a.id) AS groups
  FROM accounts a JOIN organizations o ON o.instance_id = a.instance_id AND o.id = a.organization_id`;

/** Which account: by its id, or by its username whatever the case. */
export type AccountKey = { readonly id: string } | { readonly username: string };

export async function findAccountView(instanceId: string, key: AccountKey): Promise<AccountView | undefined> {
  const byId = "id" in key;
  const [row] = await (await database()).query<ViewRow>(
    byId
      ? { name: "account_view_by_id", text: `${VIEW} WHERE a.instance_id = $1 AND a.id = $2` }
      : {
          name: "account_view_by_username",
          text: `${VIEW} WHERE a.instance_id = $1 AND a.username_key = $2`,
        },
    [instanceId, byId ? key.id : foldCase(key.username)],
  );
  return row && viewOf(row);
}

/** What an administrator's list of accounts asks for. */
export interface AccountViewPage {
  /** Accounts directly in this organization. */
  readonly organizationId: string | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** Oldest first, with how many there are on all pages. */
export async function findAccountViews(
  instanceId: string,
  { organizationId, limit, offset }: AccountViewPage,
): Promise<{ accounts: AccountView[]; total: number }> {
  const sql = await database();
  const where = "WHERE a.instance_id = $1 AND ($2::text IS NULL OR a.organization_id = $2)";
  const rows = await sql.query<ViewRow>(
    { name: "account_views", text: `${VIEW} ${where} ORDER BY a.created_at, a.id LIMIT $3 OFFSET $4` },
    [instanceId, organizationId ?? null, limit, offset],
  );
  const [counted] = await sql.query<{ total: number }>(
    { name: "account_views_total", text: `SELECT count(*)::int AS total FROM accounts a ${where}` },
    [instanceId, organizationId ?? null],
  );
  return { accounts: rows.map(viewOf), total: counted?.total ?? 0 };
}

function viewOf(row: ViewRow): AccountView {
  return {
    id: row.id,
    username: row.username,
    displayName: row.display_name ?? undefined,
    email: row.email ?? undefined,
    phoneRegion: row.phone_region ?? undefined,
    phoneNumber: row.phone_number ?? undefined,
    hasPassword: row.has_password,
    status: row.enabled ? "enabled" : "disabled",
    organization: { id: row.organization_id, name: row.organization_name },
    source: row.source,
    sourceApplicationId: row.source_application_id ?? undefined,
    externalIds: row.external_ids ?? {},
    extended: row.extended ?? {},
    encryptedFields: row.encrypted_fields ?? [],
    groups: row.groups ?? [],
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
