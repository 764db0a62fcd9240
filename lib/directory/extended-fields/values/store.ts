import { database } from "@/lib/db/client";
import type { Caller } from "../../callers/caller";
import type { ExtendedField, FieldValue } from "../extended-field";
import { fieldUniqueKey } from "../field-value";

const TAKEN_FIELD = {
  name: "field_taken",
  text: `SELECT v.field_id FROM unnest($3::text[], $4::text[]) AS k(field_id, unique_key)
    JOIN extended_values v ON v.instance_id = $1 AND v.field_id = k.field_id AND v.unique_key = k.unique_key
    WHERE v.account_id <> $2 LIMIT 1`,
};

/** Of the application's unique fields, one whose value another account of the instance holds. */
export async function findTakenField(
  caller: Caller,
  accountId: string,
  extended: ReadonlyMap<string, FieldValue>,
): Promise<ExtendedField | undefined> {
  const keys = new Map<string, string>();
  for (const field of caller.syncFields) {
    const value = extended.get(field.id);
    const key = value === undefined ? null : fieldUniqueKey(field, value);
    if (key !== null) keys.set(field.id, key);
  }
  const values = [caller.instanceId, accountId, [...keys.keys()], [...keys.values()]];
  const [row] = await (await database()).query<{ field_id: string }>(TAKEN_FIELD, values);
  return caller.syncFields.find((field) => field.id === row?.field_id);
}
