import { database } from "@/lib/db/client";
import type { Caller } from "@/lib/directory/callers/caller";
import { findCaller } from "@/lib/directory/callers/find-caller";
import type { FieldValue } from "@/lib/directory/extended-fields/extended-field";
import { fieldValueKey } from "@/lib/directory/extended-fields/field-value";
import { foldCase } from "@/lib/scim/compare";
import type { JsonObject, JsonValue } from "@/lib/scim/json";
import { ENTERPRISE_USER_SCHEMA } from "@/lib/scim/urn";
import type { ReadyApplication } from "./ready-application";
import { objectAt, objectsAt, textAt } from "./scim-client";

/** The application as the server sees it when its token comes. */
export async function callerOf({ token }: Pick<ReadyApplication, "token">): Promise<Caller> {
  const caller = await findCaller(token, new Date(), { address: "127.0.0.1" });
  if (!caller) throw new Error("The token is not known.");
  return caller;
}

/**
 * Writes canonical accounts past the use cases, with the ids, times and versions that they
 * say, whatever the directory would think of their values. Organizations and groups that they
 * name are made along, the groups in the scope of the application.
 */
export async function putAccounts(
  home: ReadyApplication,
  caller: Caller,
  resources: readonly JsonObject[],
): Promise<void> {
  const { instanceId, applicationId } = home;
  const { prisma } = await database();
  const now = new Date();
  const organizations = distinct(resources.map(organizationOf));
  await prisma.organization.createMany({
    data: organizations.map((id) => ({
      instanceId,
      id,
      parentId: home.rootOrganizationId,
      name: id,
      nameKey: id,
      createdAt: now,
    })),
  });
  await prisma.account.createMany({ data: resources.map((resource) => accountRow(instanceId, resource)) });
  await prisma.accountExternalId.createMany({
    data: resources.flatMap((resource) =>
      resource.externalId === undefined
        ? []
        : [
            {
              instanceId,
              applicationId,
              accountId: textAt(resource, "id"),
              externalId: textAt(resource, "externalId"),
            },
          ],
    ),
  });
  await putValues(resources.flatMap((resource) => extendedRows(caller, resource)));
  await putGroups(home, resources);
}

// Prisma rounds the numbers in JSON.
async function putValues(rows: ReturnType<typeof extendedRows>): Promise<void> {
  await (await database()).query(
    `INSERT INTO extended_values (instance_id, account_id, field_id, value, value_key)
      SELECT instance_id, account_id, field_id, value, value_key FROM jsonb_to_recordset($1::jsonb)
        AS v(instance_id text, account_id text, field_id text, value jsonb, value_key text)`,
    [JSON.stringify(rows)],
  );
}

async function putGroups({ instanceId, applicationId }: ReadyApplication, resources: readonly JsonObject[]) {
  const { prisma } = await database();
  const now = new Date();
  const members = resources.flatMap((resource) =>
    objectsAt(resource, "groups").map((group) => ({ group, accountId: textAt(resource, "id") })),
  );
  const names = new Map(members.map(({ group }) => [textAt(group, "value"), textAt(group, "display")]));
  await prisma.group.createMany({
    data: [...names].map(([id, displayName]) => ({
      instanceId,
      id,
      displayName,
      displayNameKey: foldCase(displayName),
      createdAt: now,
      updatedAt: now,
    })),
  });
  await prisma.scopeGroup.createMany({
    data: [...names.keys()].map((groupId) => ({ instanceId, applicationId, groupId })),
  });
  await prisma.groupMember.createMany({
    data: members.map(({ group, accountId }) => ({
      instanceId,
      groupId: textAt(group, "value"),
      accountId,
    })),
  });
}

function accountRow(instanceId: string, resource: JsonObject) {
  const username = textAt(resource, "userName");
  const displayName = optionalText(resource, "displayName");
  const email = optionalText(objectsAt(resource, "emails")[0], "value");
  const phone = optionalText(objectsAt(resource, "phoneNumbers")[0], "value");
  const meta = objectAt(resource, "meta");
  return {
    instanceId,
    id: textAt(resource, "id"),
    organizationId: organizationOf(resource),
    username,
    usernameKey: foldCase(username),
    displayName,
    displayNameKey: displayName === null ? null : foldCase(displayName),
    email,
    emailKey: email === null ? null : foldCase(email),
    phoneValue: phone,
    phoneRegion: phone === null ? null : "1",
    phoneNumber: phone,
    phoneRegionSent: optionalText(resource, "phoneRegion"),
    enabled: resource.active === true,
    source: "console" as const,
    version: Number(/\d+/.exec(textAt(meta, "version"))?.[0]),
    createdAt: new Date(textAt(meta, "created")),
    updatedAt: new Date(textAt(meta, "lastModified")),
  };
}

function extendedRows(caller: Caller, resource: JsonObject) {
  const custom = objectAt(resource, caller.namespace);
  return caller.syncFields.flatMap((field) => {
    const value = fieldValue(custom[field.key]);
    if (value === undefined) return [];
    return [
      {
        instance_id: caller.instanceId,
        account_id: textAt(resource, "id"),
        field_id: field.id,
        value,
        value_key: fieldValueKey(field, value),
      },
    ];
  });
}

function fieldValue(value: JsonValue | undefined): FieldValue | undefined {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === "object" ? undefined : value;
}

function organizationOf(resource: JsonObject): string {
  return textAt(objectAt(resource, ENTERPRISE_USER_SCHEMA), "organizationId");
}

function optionalText(object: JsonObject | undefined, name: string): string | null {
  return object?.[name] === undefined ? null : textAt(object, name);
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
