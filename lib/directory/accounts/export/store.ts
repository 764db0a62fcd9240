import { database } from "@/lib/db/client";
import type { FieldValue } from "../../extended-fields/extended-field";
import { type Keyed, type KeysetPage, keysetPage, keysetSql } from "../../keyset";
import type { AccountFilter } from "../admin/list/query";
import { accountOrder, filterCondition, type Place } from "../admin/list/store";

/** An account as an export tells it. */
export interface ExportedAccount {
  readonly id: string;
  readonly username: string;
  readonly displayName: string | null;
  readonly email: string | null;
  readonly phoneRegion: string | null;
  readonly phoneNumber: string | null;
  readonly organizationId: string;
  readonly enabled: boolean;
  readonly source: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** By key, without encrypted fields. */
  readonly extended: Readonly<Record<string, FieldValue>>;
}

const AT_ONCE = 1000;

/** The next accounts of an export; each page is a look at the directory of its own. */
export async function findExportPage(
  instanceId: string,
  filter: AccountFilter,
  place: Place,
  cursor: string | undefined,
): Promise<KeysetPage<ExportedAccount>> {
  const order = accountOrder(filter);
  const { condition, values } = filterCondition(instanceId, filter, place);
  const keyset = keysetSql(order, cursor, values.length);
  const rows = await (await database()).query<ExportedAccount & Keyed>(
    `SELECT a.id, a.username, a.display_name AS "displayName", a.email, a.phone_region AS "phoneRegion",
       a.phone_number AS "phoneNumber", a.organization_id AS "organizationId", a.enabled, a.source::text,
       a.created_at AS "createdAt", a.updated_at AS "updatedAt",
       coalesce((SELECT jsonb_object_agg(f.key, v.value) FROM extended_values v
         JOIN extended_fields f ON f.instance_id = v.instance_id AND f.id = v.field_id AND NOT f.encrypted
         WHERE v.instance_id = a.instance_id AND v.account_id = a.id), '{}') AS extended, ${keyset.keys}
     FROM accounts a WHERE ${condition} ${keyset.condition}
     ORDER BY ${keyset.order} LIMIT ${AT_ONCE + 1}`,
    [...values, ...keyset.values],
  );
  return keysetPage(order, keyset, AT_ONCE, rows, ({ keys: _, ...account }) => account);
}
