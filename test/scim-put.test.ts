import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { database } from "@/lib/db/client";
import { listRequests } from "@/lib/directory/logs/requests/list/list-requests";
import { flushRequestLog } from "@/lib/directory/logs/requests/writer";
import type { JsonObject } from "@/lib/scim/json";
import { DEFAULT_NAMESPACE, ENTERPRISE_USER_SCHEMA, USER_SCHEMA } from "@/lib/scim/urn";
import { testDatabases } from "./databases";
import { type ReadyApplication, readyApplication } from "./ready-application";
import { expectError, objectAt, onDatabase, type ScimClient, scimClient, textAt } from "./scim-client";

const E = ENTERPRISE_USER_SCHEMA;
const C = DEFAULT_NAMESPACE;

describe.each(testDatabases())("on the $kind database", (given) => {
  onDatabase(given);
  let home: ReadyApplication;
  let client: ScimClient;
  let group: string;
  let path: string;
  let id: string;
  beforeAll(async () => {
    home = await readyApplication();
    client = scimClient(home.token);
    group = await client.create("/Groups", { displayName: "Ops" });
  });

  beforeEach(async () => {
    id = await client.create("/Users", {
      userName: "amy",
      displayName: "Amy",
      externalId: "e-1",
      active: false,
      password: "Wa1-rus-Harbour",
      emails: [{ value: "amy@example.com", type: "work" }],
      phoneNumbers: [{ value: "4155550100", type: "work" }],
      phoneRegion: "1",
      [C]: { badge: "B-1", floor: 3 },
      [E]: { organizationId: home.childOrganizationId },
    });
    path = `/Users/${id}`;
    await client.patch(`/Groups/${group}`, [{ op: "add", path: "members", value: [{ value: id }] }]);
    return async () => {
      await client.delete(path);
    };
  });

  const passwordHash = async () => {
    const { prisma } = await database();
    const row = await prisma.account.findFirstOrThrow({ where: { instanceId: home.instanceId, id } });
    return row.passwordHash;
  };

  test("what is absent is cleared, but for password, organizationId, status and what is read-only", async () => {
    const hash = await passwordHash();
    const answer = await client.put(path, { userName: "amy" });
    expect(answer.status, answer.text).toBe(200);
    expect(answer.body).toMatchObject({
      schemas: [USER_SCHEMA, E],
      id,
      userName: "amy",
      active: false,
      groups: [{ value: group }],
      [E]: { organizationId: home.childOrganizationId },
      meta: { version: 'W/"2"' },
    });
    for (const cleared of ["displayName", "externalId", "emails", "phoneNumbers", "phoneRegion", C]) {
      expect(answer.body).not.toHaveProperty([cleared]);
    }
    expect((await client.get(path)).body).toEqual(answer.body);
    expect(hash).not.toBeNull();
    expect(await passwordHash()).toBe(hash);
  });

  test.each([
    ["null", { displayName: null, emails: null, [C]: { badge: null } }],
    ["empty", { displayName: "", emails: [], [C]: {} }],
    ["an email without a value", { emails: [{ type: "work", primary: true }] }],
  ])("what is %s is cleared like what is absent", async (_, unassigned) => {
    const answer = await client.put(path, { userName: "amy", ...unassigned });
    expect(answer.status, answer.text).toBe(200);
    for (const cleared of ["displayName", "emails", C]) expect(answer.body).not.toHaveProperty([cleared]);
  });

  test("Okta reads, changes one attribute and puts all back: nothing else changes", async () => {
    const read = (await client.get(path)).body;
    const answer = await client.put(path, { ...read, displayName: "Amy Adams" });
    expect(answer.status, answer.text).toBe(200);
    const { meta, ...state } = answer.body;
    const { meta: metaBefore, ...stateBefore } = read;
    expect(state).toEqual({ ...stateBefore, displayName: "Amy Adams" });
    expect(meta).toMatchObject({
      version: 'W/"2"',
      created: objectAt({ meta: metaBefore ?? null }, "meta").created,
    });
  });

  test("what was read, put back as it is, changes neither version nor lastModified", async () => {
    const read = await client.get(path);
    for (const body of [read.body, { ...read.body, password: "Wa1-rus-Harbour" }]) {
      const answer = await client.put(path, body);
      expect(answer.body).toEqual(read.body);
      expect(answer.headers.get("etag")).toBe(read.headers.get("etag"));
    }
  });

  test("a number put back without the region that was never sent is no conflict", async () => {
    await client.put(path, { userName: "amy", phoneNumbers: [{ type: "work", value: "+14155550100" }] });
    const read = (await client.get(path)).body;
    expect(read).not.toHaveProperty("phoneRegion");
    const answer = await client.put(path, {
      ...read,
      phoneNumbers: [{ type: "work", value: "+4915112345678" }],
    });
    expect(answer.body).toMatchObject({ phoneNumbers: [{ value: "+4915112345678" }] });
  });

  test("the id of the body is not believed: the path alone says whose account it is", async () => {
    const victim = await client.create("/Users", { userName: "victim", displayName: "Victim" });
    const before = (await client.get(`/Users/${victim}`)).body;
    const answer = await client.put(path, {
      id: victim,
      userName: "amy",
      displayName: "Mine",
      meta: before.meta ?? null,
    });
    expect(answer.status, answer.text).toBe(200);
    expect(answer.body).toMatchObject({ id, displayName: "Mine" });
    expect(answer.headers.get("content-location")).toMatch(new RegExp(`/Users/${id}$`));
    expect((await client.get(`/Users/${victim}`)).body).toEqual(before);
    await client.delete(`/Users/${victim}`);
    const created = await client.post("/Users", { id: "user_mine", userName: "new" });
    expect(created.body.id).not.toBe("user_mine");
    await client.delete(`/Users/${textAt(created.body, "id")}`);
  });

  test("an id of the body never makes an account, nor does a path that names none", async () => {
    expectError(await client.put("/Users/user_new", { id, userName: "amy" }), {
      status: 404,
      detail: "user_new",
    });
    expect((await client.get(path)).body).toMatchObject({ displayName: "Amy" });
  });

  test("read-only attributes are ignored, whatever they say and of whatever type", async () => {
    const before = (await client.get(path)).body;
    const forged = {
      groups: [{ value: "group_other" }],
      meta: { version: 'W/"9"', created: 5 },
      schemas: [USER_SCHEMA, E, C],
    };
    const answer = await client.put(path, { ...before, ...forged });
    expect(answer.body).toEqual(before);
    const odd = await client.put(path, { ...before, groups: "x", meta: [], id: 5 });
    expect(odd.body).toEqual(before);
  });

  test("what is not stored is accepted, ignored and logged", async () => {
    const extra: JsonObject = {
      name: { givenName: "Amy" },
      title: "Captain",
      roles: [],
      department: null,
      nosuch: 1,
      [E]: { employeeNumber: "7" },
      "urn:example:other:2.0:User": { a: 1 },
    };
    const answer = await client.put(path, { userName: "amy", ...extra });
    expect(answer.status, answer.text).toBe(200);
    expect(Object.keys(answer.body)).not.toContain("title");
    await flushRequestLog();
    const [entry] = await listRequests(home.admin, { applicationId: home.applicationId, limit: 1 });
    expect(entry).toMatchObject({ method: "PUT", resource: "User", resourceId: id, status: 200 });
    const ignored = [
      "name",
      "title",
      "roles",
      "department",
      "nosuch",
      `${E}:employeeNumber`,
      "urn:example:other:2.0:User",
    ];
    expect([...(entry?.ignored ?? [])].sort()).toEqual([...ignored].sort());
  });

  test("names and URNs are read in any case and shown as the schema has them", async () => {
    const answer = await client.put(path, {
      USERNAME: "amy",
      DisplayName: "Any",
      Emails: [{ VALUE: "any@example.com", Type: "WORK" }],
      [C.toUpperCase()]: { BADGE: "B-2" },
    });
    expect(answer.body).toMatchObject({
      userName: "amy",
      displayName: "Any",
      emails: [{ value: "any@example.com", type: "work", primary: true }],
      [C]: { badge: "B-2" },
    });
  });

  test("a move needs an organization in scope, and a status needs to be said", async () => {
    const moved = await client.put(path, {
      userName: "amy",
      active: "True",
      [E]: { organizationId: home.targetOrganizationId },
    });
    expect(moved.body).toMatchObject({ active: true, [E]: { organizationId: home.targetOrganizationId } });
    for (const organizationId of [home.outsideOrganizationId, home.rootOrganizationId, "ou_none"]) {
      const answer = await client.put(path, { userName: "amy", [E]: { organizationId } });
      expectError(answer, { status: 400, scimType: "invalidValue", detail: /OrganizationNotInScope/ });
    }
    expect((await client.get(path)).body).toEqual(moved.body);
  });

  test("a group put back keeps its members; one put without them has none", async () => {
    const groupPath = `/Groups/${group}`;
    const read = await client.get(groupPath);
    expect((await client.put(groupPath, read.body)).body).toEqual(read.body);
    const emptied = await client.put(groupPath, { id: "group_other", displayName: "Ops" });
    expect(emptied.body).toMatchObject({ id: group, displayName: "Ops" });
    expect(emptied.body).not.toHaveProperty("members");
    expect((await client.get(path)).body).not.toHaveProperty("groups");
  });
});
