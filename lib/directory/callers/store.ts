import { database } from "@/lib/db/client";
import type { PolicyName } from "../accounts/password-policy";
import type { AttributeSet, DuplicateCreate } from "../applications/application";
import type { FieldOption, FieldType, FieldValue } from "../extended-fields/extended-field";

export interface FieldRow {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly type: FieldType;
  readonly required: boolean;
  readonly unique: boolean;
  readonly encrypted: boolean;
  readonly default_value: FieldValue | null;
  readonly description: string;
  readonly options: readonly FieldOption[];
  readonly synchronized: boolean;
}

export interface CallerRow {
  readonly instance_id: string;
  readonly token_id: string;
  readonly token_enabled: boolean;
  readonly expires_at: Date;
  readonly application_id: string;
  readonly name: string;
  readonly enabled: boolean;
  readonly api_enabled: boolean;
  readonly scenarios: readonly string[];
  readonly target_organization_id: string | null;
  readonly namespace: string;
  readonly attribute_set: AttributeSet;
  readonly duplicate_create: DuplicateCreate;
  readonly unique_email: boolean;
  readonly unique_phone: boolean;
  readonly password_policy: PolicyName;
  readonly scope_organizations: boolean;
  readonly scope_root: boolean;
  readonly scope_groups: boolean;
  readonly fields: readonly FieldRow[] | null;
}

// The one look-up that does not know the instance: the token's hash decides it.
const FIND_CALLER = {
  name: "caller_by_token",
  text: `
    SELECT t.instance_id, t.id AS token_id, t.enabled AS token_enabled, t.expires_at,
      a.id AS application_id, a.name, a.enabled, a.api_enabled, a.scenarios, a.target_organization_id,
      a.namespace, a.attribute_set::text, a.duplicate_create::text,
      i.unique_email, i.unique_phone, i.password_policy::text,
      EXISTS (SELECT 1 FROM scope_organizations s
        WHERE s.instance_id = a.instance_id AND s.application_id = a.id) AS scope_organizations,
      EXISTS (SELECT 1 FROM organizations o JOIN scope_organizations s
          ON s.instance_id = o.instance_id AND s.organization_id = o.id AND s.application_id = a.id
        WHERE o.instance_id = a.instance_id AND o.parent_id IS NULL) AS scope_root,
      EXISTS (SELECT 1 FROM scope_groups s
        WHERE s.instance_id = a.instance_id AND s.application_id = a.id) AS scope_groups,
      (SELECT jsonb_agg(to_jsonb(f) ORDER BY f.key) FROM (
        SELECT f.id, f.key, f.name, f.type::text, f.required, f."unique", f.encrypted, f.default_value,
          f.description, f.options, s.field_id IS NOT NULL AS synchronized
        FROM extended_fields f LEFT JOIN sync_fields s
          ON s.instance_id = f.instance_id AND s.field_id = f.id AND s.application_id = a.id
        WHERE f.instance_id = a.instance_id AND (s.field_id IS NOT NULL OR f.default_value IS NOT NULL)
      ) f) AS fields
    FROM tokens t
    JOIN applications a ON a.instance_id = t.instance_id AND a.id = t.application_id
    JOIN instances i ON i.id = t.instance_id
    WHERE t.hash = $1`,
};

export async function findCallerByTokenHash(hash: Buffer): Promise<CallerRow | undefined> {
  const [row] = await (await database()).query<CallerRow>(FIND_CALLER, [hash]);
  return row;
}
