import { beforeAll, describe, expect, test } from "vitest";
import { listRequests } from "@/lib/directory/logs/requests/list/list-requests";
import { flushRequestLog } from "@/lib/directory/logs/requests/writer";
import type { JsonObject, JsonValue } from "@/lib/scim/json";
import { type PatchCase, patchCases } from "@/lib/scim/patch/cases";
import { DEFAULT_NAMESPACE, ENTERPRISE_USER_SCHEMA, USER_SCHEMA } from "@/lib/scim/urn";
import { testDatabases } from "./databases";
import { type ReadyApplication, readyApplication, readyInstance } from "./ready-application";
import { expectError, objectAt, objectsAt, onDatabase, type ScimClient, scimClient } from "./scim-client";
import { FILTER_FIELDS } from "./scim-filter-fields";

const E = ENTERPRISE_USER_SCHEMA;
const C = DEFAULT_NAMESPACE;

describe.each(testDatabases())("on the $kind database", (given) => {
  onDatabase(given);
  let home: ReadyApplication;
  let client: ScimClient;
  let group: string;
  beforeAll(async () => {
    home = await readyApplication({}, await readyInstance({ fields: FILTER_FIELDS }));
    client = scimClient(home.token);
    group = await client.create("/Groups", { displayName: "Staff" });
  });

  /** The table names its ids; here they are those of the directory. */
  const ids = (id: string): Readonly<Record<string, string>> => ({
    user_a: id,
    group_a: group,
    ou_a: home.targetOrganizationId,
    ou_b: home.childOrganizationId,
  });

  /** An account in the state before a case. */
  const arrange = async (before: JsonObject): Promise<{ id: string; path: string }> => {
    const { id: _id, groups, meta: _meta, ...resource } = withIds(before, ids(""));
    const id = await client.create("/Users", resource);
    if (groups !== undefined)
      await client.patch(`/Groups/${group}`, [{ op: "add", path: "members", value: [{ value: id }] }]);
    return { id, path: `/Users/${id}` };
  };

  const lastIgnored = async () => {
    await flushRequestLog();
    const [entry] = await listRequests(home.admin, { applicationId: home.applicationId, limit: 1 });
    return [...(entry?.ignored ?? [])].sort();
  };

  test.each(patchCases.map((each) => [each.name, each] as const))("%s", async (_, each) => {
    const { id, path } = await arrange(each.before);
    const before = await client.get(path);
    const operations = each.operations.map((operation) => withIds(operation, ids(id)));
    const answer = await client.patch(path, operations);
    const refusal = refusalOf(each);
    if (refusal) {
      expectError(answer, refusal);
      expect((await client.get(path)).body).toEqual(before.body);
    } else {
      expect(answer.status, answer.text).toBe(200);
      expect(await lastIgnored()).toEqual([...(each.ignored ?? [])].sort());
      const { meta, ...state } = (await client.get(path)).body;
      const expected = stateAfter(withIds(each.after ?? {}, ids(id)), home.targetOrganizationId);
      expect(withoutReferences(state)).toEqual(expected);
      expect(answer.body).toEqual({ ...state, meta });
      const { meta: metaBefore, ...stateBefore } = before.body;
      const changed =
        JSON.stringify(sorted(state)) !== JSON.stringify(sorted(stateBefore)) ||
        "password" in (each.after ?? {});
      if (changed) expect(meta).toMatchObject({ version: 'W/"2"' });
      else expect(meta).toEqual(metaBefore);
      expect(answer.headers.get("etag")).toBe(changed ? 'W/"2"' : 'W/"1"');
    }
    expect((await client.delete(path)).status).toBe(204);
  });

  test("a last operation that fails undoes everything before it, whatever it was", async () => {
    const { id, path } = await arrange({ userName: "atomic", displayName: "Before", [C]: { level: 1 } });
    const before = await client.get(path);
    const good = [
      { op: "replace", path: "displayName", value: "After" },
      { op: "add", path: "emails", value: [{ type: "work", value: "after@example.com" }] },
      { op: "replace", path: `${C}:level`, value: 2 },
      { op: "replace", path: "password", value: "Wa1-rus-Harbour" },
      { op: "replace", value: { active: false, externalId: "after" } },
      { op: "replace", path: `${E}:organizationId`, value: home.childOrganizationId },
    ];
    const last: readonly (readonly [JsonObject, string])[] = [
      [{ op: "remove", path: 'phoneNumbers[type eq "work"]' }, "noTarget"],
      [{ op: "replace", path: "nosuch", value: 1 }, "invalidPath"],
      [{ op: "replace", path: "userName", value: null }, "invalidValue"],
      [{ op: "replace", path: "phoneNumbers", value: [{ type: "work", value: "none" }] }, "invalidValue"],
      [{ op: "replace", path: "password", value: "short" }, "invalidValue"],
      [{ op: "replace", path: `${E}:organizationId`, value: home.outsideOrganizationId }, "invalidValue"],
      [{ op: "replace", path: "id", value: "user_other" }, "mutability"],
    ];
    for (const [operation, scimType] of last) {
      expectError(await client.patch(path, [...good, operation]), { status: 400, scimType });
      expect((await client.get(path)).body).toEqual(before.body);
    }
    const all = await client.patch(path, good);
    expect(all.body).toMatchObject({
      id,
      displayName: "After",
      active: false,
      externalId: "after",
      [C]: { level: 2 },
    });
  });

  test("operations are judged by the state after the last of them", async () => {
    const { path } = await arrange({
      userName: "judged",
      phoneNumbers: [{ type: "work", value: "+4915112345678" }],
    });
    const region = { op: "add", path: "phoneRegion", value: "1" };
    expectError(await client.patch(path, [region]), {
      status: 400,
      scimType: "invalidValue",
      detail: "phoneRegion",
    });
    const number = { op: "replace", path: 'phoneNumbers[type eq "work"].value', value: "+12025550143" };
    const answer = await client.patch(path, [region, number]);
    expect(answer.body).toMatchObject({ phoneRegion: "1", phoneNumbers: [{ value: "+12025550143" }] });
  });
});

function withIds(value: JsonObject, ids: Readonly<Record<string, string>>): JsonObject {
  const text = JSON.stringify(value).replace(/"(\w+)"/g, (whole, name) =>
    ids[name] ? `"${ids[name]}"` : whole,
  );
  return JSON.parse(text);
}

/**
 * What must be said to a case: beside its own error, the directory refuses states that the
 * Basic set cannot keep, and a region without a number (product.md).
 */
function refusalOf({ error, after = {} }: PatchCase): { status: number; scimType: string } | undefined {
  if (error) return error;
  const keeps = ["emails", "phoneNumbers"].every((name) => {
    const elements = objectsAt(after, name);
    return elements.length <= 1 && elements.every(({ type }) => type === "work");
  });
  const lonely = after.phoneRegion !== undefined && after.phoneNumbers === undefined;
  return keeps && !lonely ? undefined : { status: 400, scimType: "invalidValue" };
}

/** The state of a case as the directory shows it: its one email and phone number are primary. */
function stateAfter(after: JsonObject, organizationId: string): JsonObject {
  const { password: _password, meta: _meta, ...shown } = after;
  const primary = (name: string) => objectsAt(shown, name).map((element) => ({ ...element, primary: true }));
  return {
    ...shown,
    ...(shown.emails !== undefined && { emails: primary("emails") }),
    ...(shown.phoneNumbers !== undefined && { phoneNumbers: primary("phoneNumbers") }),
    [E]: { organizationId, ...objectAt(shown, E) },
    schemas: [USER_SCHEMA, E, ...(shown[C] === undefined ? [] : [C])],
  };
}

function withoutReferences(state: JsonObject): JsonObject {
  if (state.groups === undefined) return state;
  return { ...state, groups: objectsAt(state, "groups").map(({ $ref: _, ...group }) => group) };
}

function sorted(value: JsonObject): JsonValue {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
