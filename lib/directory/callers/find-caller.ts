import { createHash } from "node:crypto";
import { SCENARIOS, type Scenario } from "../applications/application";
import type { ExtendedField } from "../extended-fields/extended-field";
import type { Caller, ProvisioningScope } from "./caller";
import { type CallerRow, type FieldRow, findCallerByTokenHash } from "./store";

/**
 * Who stands behind a bearer token: nobody when it is unknown, disabled or expired at
 * `now` (product.md, "Bearer tokens" 6 and 7). Read from the database at each call, so
 * that a token disabled on another node is refused at once.
 */
export async function findCaller(
  token: string,
  now: Date,
  from: { address: string },
): Promise<Caller | undefined> {
  const row = await findCallerByTokenHash(createHash("sha256").update(token).digest());
  if (!row?.token_enabled || row.expires_at <= now) return undefined;
  return callerOf(row, from.address);
}

/** @param address where the call comes from, for the audit log */
export function callerOf(row: CallerRow, address: string): Caller {
  const fields = row.fields ?? [];
  return {
    instanceId: row.instance_id,
    applicationId: row.application_id,
    applicationName: row.name,
    tokenId: row.token_id,
    enabled: row.enabled,
    apiEnabled: row.api_enabled,
    scenarios: SCENARIOS.filter((scenario: Scenario) => row.scenarios.includes(scenario)),
    scope: scopeOf(row),
    targetOrganizationId: row.target_organization_id ?? undefined,
    namespace: row.namespace,
    duplicateCreate: row.duplicate_create,
    syncFields: fields.filter((field) => field.synchronized).map(fieldOf),
    otherDefaults: fields.filter((field) => !field.synchronized).map(fieldOf),
    settings: {
      uniqueEmail: row.unique_email,
      uniquePhone: row.unique_phone,
      passwordPolicy: row.password_policy,
    },
    actor: { kind: "application", id: row.application_id, name: row.name, address },
  };
}

function scopeOf(row: CallerRow): ProvisioningScope {
  const organizations = row.scope_root ? "everything" : row.scope_organizations ? "some" : "none";
  return { organizations, groups: row.scope_groups };
}

function fieldOf(row: FieldRow): ExtendedField {
  return {
    id: row.id,
    key: row.key,
    name: row.name,
    type: row.type,
    required: row.required,
    unique: row.unique,
    encrypted: row.encrypted,
    defaultValue: row.default_value ?? undefined,
    description: row.description,
    options: row.options,
  };
}
