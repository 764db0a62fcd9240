import { isJsonObject, type JsonObject, type JsonValue } from "@/lib/scim/json";
import { weakTag } from "@/lib/scim/resource/version";
import { ENTERPRISE_USER_SCHEMA } from "@/lib/scim/urn";
import type { Caller } from "../callers/caller";
import { invalidValue } from "../error";
import type { FieldValue } from "../extended-fields/extended-field";
import { checkedFieldValue } from "../extended-fields/field-value";
import type { Account, AccountDraft, AccountGroup } from "./account";
import { checkedEmail } from "./email";
import { parsePhone } from "./phone";
import { checkedDisplayName, checkedUsername } from "./username";

/**
 * An account as the resource `User` (product.md, "What synchronizes").
 *
 * @param base the SCIM Base URL, without a slash at its end
 */
export function accountResource(caller: Caller, account: Account, base: string): JsonObject {
  const resource: Record<string, JsonValue> = { id: account.id };
  if (account.externalId !== undefined) resource.externalId = account.externalId;
  resource.userName = account.username;
  if (account.displayName !== undefined) resource.displayName = account.displayName;
  resource.active = account.enabled;
  if (account.email !== undefined) resource.emails = [workValue(account.email)];
  if (account.phone) resource.phoneNumbers = [workValue(account.phone.value)];
  if (account.phone?.regionSent !== undefined) resource.phoneRegion = account.phone.regionSent;
  if (account.groups.length > 0) resource.groups = account.groups.map((group) => groupReference(group, base));
  resource[ENTERPRISE_USER_SCHEMA] = { organizationId: account.organizationId };
  const custom = customAttributes(caller, account);
  if (custom) resource[caller.namespace] = custom;
  resource.meta = {
    resourceType: "User",
    created: account.createdAt.toISOString(),
    lastModified: account.updatedAt.toISOString(),
    location: `${base}/Users/${account.id}`,
    version: weakTag(account.version),
  };
  return resource;
}

/**
 * What a resource asks for, checked by the directory's rules.
 *
 * @param resource canonical, validated, of the caller's user type
 * @throws DirectoryError invalid_value naming the attribute
 */
export function accountDraft(caller: Caller, resource: JsonObject): AccountDraft {
  const displayName = text(resource.displayName);
  const email = firstValue(resource.emails);
  const enterprise = resource[ENTERPRISE_USER_SCHEMA];
  return {
    username: checkedUsername(text(resource.userName) ?? ""),
    displayName: displayName === undefined ? undefined : checkedDisplayName(displayName),
    email: email === undefined ? undefined : checkedEmail(email),
    phone: parsePhone(firstValue(resource.phoneNumbers), text(resource.phoneRegion)),
    enabled: typeof resource.active === "boolean" ? resource.active : undefined,
    organizationId: isJsonObject(enterprise) ? text(enterprise.organizationId) : undefined,
    externalId: checkedExternalId(text(resource.externalId)),
    extended: extendedDraft(caller, resource[caller.namespace]),
    password: text(resource.password),
  };
}

/** An external id is opaque; the index that keeps it unique bounds its length. */
export function checkedExternalId(value: string | undefined): string | undefined {
  if (value === undefined || value.length <= 512) return value;
  throw invalidValue("externalId", `externalId may have at most 512 characters; it has ${value.length}.`);
}

function extendedDraft(caller: Caller, sent: JsonValue | undefined): ReadonlyMap<string, FieldValue> {
  const values = new Map<string, FieldValue>();
  for (const field of caller.syncFields) {
    const value = isJsonObject(sent) ? sent[field.key] : undefined;
    const label = `${caller.namespace}:${field.key}`;
    if (value !== undefined) {
      values.set(field.id, checkedFieldValue(field, value, label));
      continue;
    }
    if (!field.required) continue;
    if (field.defaultValue === undefined) {
      throw invalidValue(label, `${label} is required by this directory and has no value.`);
    }
    values.set(field.id, field.defaultValue);
  }
  return values;
}

function customAttributes(caller: Caller, account: Account): JsonObject | undefined {
  if (account.extended.size === 0) return undefined;
  const custom: Record<string, JsonValue> = {};
  for (const field of caller.syncFields) {
    const value = account.extended.get(field.id);
    if (value !== undefined) custom[field.key] = value;
  }
  return custom;
}

function groupReference(group: AccountGroup, base: string): JsonObject {
  return { value: group.id, $ref: `${base}/Groups/${group.id}`, display: group.displayName, type: "direct" };
}

function workValue(value: string): JsonObject {
  return { value, type: "work", primary: true };
}

function text(value: JsonValue | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function firstValue(values: JsonValue | undefined): string | undefined {
  const [first] = Array.isArray(values) ? values : [];
  return isJsonObject(first) ? text(first.value) : undefined;
}
