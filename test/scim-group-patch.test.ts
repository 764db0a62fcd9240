import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { JsonObject } from "@/lib/scim/json";
import { testDatabases } from "./databases";
import { readyApplication } from "./ready-application";
import {
  type Answer,
  expectError,
  objectsAt,
  onDatabase,
  type ScimClient,
  scimClient,
  textAt,
} from "./scim-client";
import { add, CHANGES, named, REFUSALS, removeOne, rename, whole } from "./scim-group-patch-cases";

describe.each(testDatabases())("on the $kind database", (given) => {
  onDatabase(given);
  let client: ScimClient;
  let group: string;
  const ids = new Map<string, string>();

  beforeAll(async () => {
    const home = await readyApplication();
    client = scimClient(home.token);
    for (const userName of ["ann", "bob", "cyd", "dan"])
      ids.set(userName, await client.create("/Users", { userName }));
    const scope = { organizations: [home.outsideOrganizationId] };
    const other = await readyApplication({ name: "Other", scope }, home);
    ids.set("eve", await scimClient(other.token).create("/Users", { userName: "eve" }));
    await client.create("/Groups", { displayName: "Taken", externalId: "taken" });
  });

  beforeEach(async () => {
    const resource = filled({ displayName: "Ops", externalId: "x-1", members: named(["ann", "bob"]) });
    group = await client.create("/Groups", resource);
    ids.set("group", group);
    return async () => {
      await client.delete(`/Groups/${group}`);
    };
  });

  const filled = (value: JsonObject): JsonObject =>
    JSON.parse(JSON.stringify(value).replace(/\{(\w+)\}/g, (_, name) => ids.get(name) ?? `user_${name}`));
  const membersOf = ({ body }: Answer) =>
    objectsAt(body, "members")
      .map(({ value }) => value)
      .sort();
  const idsOf = (names: string) =>
    names
      .split(" ")
      .filter(Boolean)
      .map((name) => ids.get(name))
      .sort();
  const read = () => client.get(`/Groups/${group}`);

  test.each(CHANGES)("$name", async ({ operations, members: after, state: expected }) => {
    const before = await read();
    const answer = await client.patch(`/Groups/${group}`, operations.map(filled));
    expect([answer.status, answer.text]).toEqual([204, ""]);
    const now = await read();
    if (after === undefined && expected === undefined) {
      expect(now.body).toEqual(before.body);
      return;
    }
    expect(now.body).toMatchObject({
      id: group,
      meta: { version: 'W/"2"' },
      displayName: "Ops",
      externalId: "x-1",
      ...expected,
    });
    expect(membersOf(now)).toEqual(idsOf(after ?? "ann bob"));
  });

  test.each(REFUSALS)(
    "$name: $status $scimType, and all is as before",
    async ({ status, scimType, operations }) => {
      const before = await read();
      const answer = await client.patch(`/Groups/${group}`, operations.map(filled));
      expectError(answer, { status, scimType });
      expect((await read()).body).toEqual(before.body);
    },
  );

  test.each(["", null])("the external id is cleared by %j and by remove", async (value) => {
    for (const operation of [
      { op: "replace", path: "externalId", value },
      { op: "remove", path: "externalId" },
    ]) {
      await client.patch(`/Groups/${group}`, [whole({ externalId: "x-9" })]);
      await client.patch(`/Groups/${group}`, [operation]);
      expect((await read()).body).not.toHaveProperty("externalId");
    }
  });

  test("what is out of scope and what does not exist are told in the same words", async () => {
    const told = async (name: string) => {
      const { body } = await client.patch(`/Groups/${group}`, [add(name)].map(filled));
      return textAt(body, "detail").replace(/"user_\w+"/, "ID");
    };
    expect(await told("eve")).toBe(await told("nobody"));
  });

  test("with attributes the answer is 200 with what was asked for, after the change", async () => {
    const path = `/Groups/${group}?attributes=members.value,displayName`;
    const answer = await client.patch(path, [rename("Dev"), removeOne("ann")].map(filled));
    expect(answer.status).toBe(200);
    const { schemas } = answer.body;
    expect(answer.body).toEqual({
      schemas,
      id: group,
      displayName: "Dev",
      members: [{ value: ids.get("bob") }],
    });
    expect(answer.headers.get("etag")).toBe('W/"2"');
  });
});
