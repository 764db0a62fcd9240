import type { Named } from "../accounts/admin/account-view";
import { type Admin, requireRole } from "../actor";
import { findUsage } from "./changes/store";
import type { ExtendedField } from "./extended-field";
import { findFields } from "./store";
import { fieldTag } from "./update-field";

/** A field, and what would feel its deletion. */
export interface FieldUsage {
  readonly field: ExtendedField;
  /** Stands for the field as it is: an edit carries it. */
  readonly seen: string;
  /** How many accounts hold a value. */
  readonly accounts: number;
  /** The applications of which it is a sync target field. */
  readonly applications: readonly Named[];
}

/** By key. */
export async function listFieldUsage(admin: Admin): Promise<FieldUsage[]> {
  requireRole(admin, "auditor");
  const fields = await findFields(admin.instanceId);
  const usage = new Map((await findUsage(admin.instanceId)).map((row) => [row.field_id, row]));
  return fields.map((field) => {
    const used = usage.get(field.id);
    return {
      field,
      seen: fieldTag(field),
      accounts: used?.accounts ?? 0,
      applications: used?.applications ?? [],
    };
  });
}
