import { database } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { Named } from "../../accounts/admin/account-view";
import type { Change } from "../../change/store";
import type { ExtendedField } from "../extended-field";

export async function updateFieldRow({ prisma, instanceId }: Change, field: ExtendedField): Promise<void> {
  const { id, name, description, required, options, defaultValue } = field;
  const kept = typeof defaultValue === "object" ? [...defaultValue] : defaultValue;
  await prisma.extendedField.update({
    where: { instanceId_id: { instanceId, id } },
    data: {
      name,
      description,
      required,
      options: options.map(({ value, disabled }) => ({ value, disabled })),
      defaultValue: kept === undefined ? Prisma.DbNull : kept,
    },
  });
}

/** How many accounts hold an option of the field. Encrypted values are not seen. */
export async function countOption(
  { sql, instanceId }: Change,
  fieldId: string,
  option: string,
): Promise<number> {
  const [row] = await sql.query<{ held: number }>(
    `SELECT count(*)::int AS held FROM extended_values
     WHERE instance_id = $1 AND field_id = $2 AND (value = to_jsonb($3::text) OR value @> to_jsonb(ARRAY[$3::text]))`,
    [instanceId, fieldId, option],
  );
  return row?.held ?? 0;
}

export interface UsageRow {
  readonly field_id: string;
  readonly accounts: number;
  readonly applications: readonly Named[] | null;
}

/** How many accounts hold a value of each field, and the applications that may write it. */
export async function findUsage(instanceId: string): Promise<UsageRow[]> {
  return (await database()).query<UsageRow>(
    {
      name: "field_usage",
      text: `SELECT f.id AS field_id,
          (SELECT count(*)::int FROM extended_values v
            WHERE v.instance_id = f.instance_id AND v.field_id = f.id) AS accounts,
          (SELECT jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name) ORDER BY a.name_key)
            FROM sync_fields s JOIN applications a ON a.instance_id = s.instance_id AND a.id = s.application_id
            WHERE s.instance_id = f.instance_id AND s.field_id = f.id) AS applications
        FROM extended_fields f WHERE f.instance_id = $1`,
    },
    [instanceId],
  );
}
