import { describe, expect, test } from "vitest";
import { setScope } from "@/lib/directory/applications/scope/set-scope";
import { moveOrganization } from "@/lib/directory/organizations/move-organization";
import type { JsonObject } from "@/lib/scim/json";
import { ENTERPRISE_USER_SCHEMA } from "@/lib/scim/urn";
import { refusal } from "./admin-fixture";
import { testDatabases } from "./databases";
import { type Client, clientOf } from "./directory-client";
import { type ReadyInstance, readyApplication, readyInstance } from "./ready-application";
import { onDatabase } from "./scim-client";

/** An account's body that puts it into an organization. */
function inOrganization(userName: string, organizationId: string, more: JsonObject = {}): JsonObject {
  return { userName, ...more, [ENTERPRISE_USER_SCHEMA]: { organizationId } };
}

const member = (...ids: string[]) => ({ members: ids.map((value) => ({ value })) });

describe.each(testDatabases())("on the $kind database", (given) => {
  onDatabase(given);

  /** An instance with an account in each organization, made by an application that sees all. */
  async function peopled(): Promise<{
    home: ReadyInstance;
    everything: Client;
    ids: Readonly<Record<"root" | "target" | "child" | "outside", string>>;
  }> {
    const home = await readyInstance();
    const everything = clientOf(await readyApplication({ name: "Everything", scope: "root" }, home));
    const put = (name: string, organizationId: string) =>
      everything.newAccount(
        inOrganization(name, organizationId, {
          externalId: `everything-${name}`,
          emails: [{ value: `${name}@example.com`, type: "work" }],
          phoneNumbers: [{ value: `+49 30 ${PHONES[name]}`, type: "work" }],
        }),
      );
    const ids = {
      root: await put("root", home.rootOrganizationId),
      target: await put("target", home.targetOrganizationId),
      child: await put("child", home.childOrganizationId),
      outside: await put("outside", home.outsideOrganizationId),
    };
    return { home, everything, ids };
  }

  const PHONES: Readonly<Record<string, string>> = {
    root: "1000001",
    target: "1000002",
    child: "1000003",
    outside: "1000004",
  };

  async function seen(client: Client): Promise<string[]> {
    const { body } = await client.get("/Users?sortBy=userName&attributes=userName");
    const listed = Array.isArray(body.Resources) ? body.Resources : [];
    expect(body.totalResults).toBe(listed.length);
    return listed.map((user) => String(Reflect.get(Object(user), "userName")));
  }

  describe("an application sees", () => {
    test("an organization with all below it, and nothing above or beside", async () => {
      const { home, ids } = await peopled();
      const client = clientOf(await readyApplication({ scope: "target" }, home));
      expect(await seen(client)).toEqual(["child", "target"]);
      for (const [name, id] of Object.entries(ids)) {
        const visible = name === "target" || name === "child";
        expect((await client.get(`/Users/${id}`)).status, name).toBe(visible ? 200 : 404);
      }
      const { body } = await client.find("/Users", 'userName eq "outside" or userName eq "child"');
      expect(body).toMatchObject({ totalResults: 1, Resources: [{ userName: "child" }] });
    });

    test("the members of a group in scope, as long as they are members", async () => {
      const { home, everything, ids } = await peopled();
      const group = await everything.newGroup({ displayName: "Drivers", ...member(ids.outside, ids.root) });
      const client = clientOf(await readyApplication({ scope: { groups: [group] } }, home));
      expect(await seen(client)).toEqual(["outside", "root"]);
      expect((await client.get(`/Groups/${group}`)).body.members).toHaveLength(2);
      expect((await client.patch(`/Users/${ids.outside}`, rename("by group"))).status).toBe(200);
      await everything.patch(`/Groups/${group}`, {
        op: "remove",
        path: `members[value eq "${ids.outside}"]`,
      });
      expect(await seen(client)).toEqual(["root"]);
      expect((await client.get(`/Users/${ids.outside}`)).status).toBe(404);
    });

    test("both, where both are in its scope, and nobody twice", async () => {
      const { home, everything, ids } = await peopled();
      const group = await everything.newGroup({ displayName: "Drivers", ...member(ids.outside, ids.child) });
      const scope = { organizations: [home.targetOrganizationId], groups: [group] };
      const client = clientOf(await readyApplication({ scope }, home));
      expect(await seen(client)).toEqual(["child", "outside", "target"]);
    });

    test("only the groups of its scope, in lists and in user.groups", async () => {
      const { home, everything, ids } = await peopled();
      const drivers = await everything.newGroup({ displayName: "Drivers", ...member(ids.target) });
      const secret = await everything.newGroup({ displayName: "Secret", ...member(ids.target) });
      const scope = { organizations: [home.targetOrganizationId], groups: [drivers] };
      const client = clientOf(await readyApplication({ scope }, home));
      expect((await client.get("/Groups")).body).toMatchObject({
        totalResults: 1,
        Resources: [{ id: drivers }],
      });
      expect((await client.get(`/Groups/${secret}`)).status).toBe(404);
      const { body } = await client.get(`/Users/${ids.target}`);
      expect(body.groups).toMatchObject([{ value: drivers }]);
      expect((await client.find("/Users", `groups.value eq "${secret}"`)).body.totalResults).toBe(0);
      expect((await client.find("/Users", `groups.value eq "${drivers}"`)).body.totalResults).toBe(1);
      expect((await client.find("/Groups", 'displayName eq "Secret"')).body.totalResults).toBe(0);
    });

    test("nothing without a scope, and is told where to set it when it creates", async () => {
      const { home, ids } = await peopled();
      const client = clientOf(await readyApplication({ scope: "none" }, home));
      expect(await seen(client)).toEqual([]);
      expect((await client.get(`/Users/${ids.target}`)).status).toBe(404);
      for (const userName of ["target", "unheard-of"]) {
        const refused = await client.post("/Users", { userName });
        expect(refused).toMatchObject({ status: 403 });
        expect(refused.body.detail).toContain("provisioning scope");
        expect(refused.body.detail).toContain("Applications → Provisioning");
      }
      expect((await client.get("/Users")).body.totalResults).toBe(0);
    });

    test("nobody to create without a target, unless the account names its organization", async () => {
      const home = await readyInstance();
      const group = await clientOf(await readyApplication({ name: "Other" }, home)).newGroup({
        displayName: "Staff",
      });
      const onlyGroups = clientOf(await readyApplication({ name: "A", scope: { groups: [group] } }, home));
      expect((await onlyGroups.post("/Users", { userName: "amy" })).status).toBe(403);
      const untargeted = await readyApplication({ name: "B", scope: "none" }, home);
      await setScope(home.admin, untargeted.applicationId, { organizations: [home.targetOrganizationId] });
      const client = clientOf(untargeted);
      const refused = await client.post("/Users", { userName: "amy" });
      expect(refused.status).toBe(403);
      expect(refused.body.detail).toContain("target organization");
      await client.newAccount(inOrganization("amy", home.childOrganizationId));
    });
  });

  const rename = (displayName: string) => ({ op: "replace", path: "displayName", value: displayName });

  describe("what lies out of scope", () => {
    test("is unknown to every verb, and stays as it is", async () => {
      const { home, everything, ids } = await peopled();
      const group = await everything.newGroup({ displayName: "Secret" });
      const client = clientOf(await readyApplication({ scope: "target" }, home));
      const before = [
        await everything.get(`/Users/${ids.outside}`),
        await everything.get(`/Groups/${group}`),
      ];
      const answers = await Promise.all([
        client.get(`/Users/${ids.outside}`),
        client.put(`/Users/${ids.outside}`, { userName: "taken over" }),
        client.patch(`/Users/${ids.outside}`, rename("taken over")),
        client.delete(`/Users/${ids.outside}`),
        client.get(`/Groups/${group}`),
        client.put(`/Groups/${group}`, { displayName: "taken over" }),
        client.patch(`/Groups/${group}`, rename("taken over")),
        client.delete(`/Groups/${group}`),
      ]);
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
      const after = [await everything.get(`/Users/${ids.outside}`), await everything.get(`/Groups/${group}`)];
      expect(after.map(({ body }) => body)).toEqual(before.map(({ body }) => body));
    });

    test.each<[string, JsonObject]>([
      ["userName", { userName: "OUTSIDE" }],
      ["emails", { userName: "new", emails: [{ value: "Outside@example.com", type: "work" }] }],
      [
        "phoneNumbers",
        { userName: "new", phoneRegion: "49", phoneNumbers: [{ value: "301000004", type: "work" }] },
      ],
      ["userName", { userName: "outside", password: "Correct-horse-7", displayName: "Taken" }],
      [
        "emails",
        {
          userName: "new",
          password: "Correct-horse-7",
          emails: [{ value: "outside@example.com", type: "work" }],
        },
      ],
    ])("holds its %s: %j is 409, reveals nothing and changes nothing", async (attribute, body) => {
      const { home, everything, ids } = await peopled();
      const client = clientOf(await readyApplication({ scope: "target" }, home));
      const before = await everything.get(`/Users/${ids.outside}`);
      const refused = await client.post("/Users", body);
      expect(refused.body).toMatchObject({ status: "409", scimType: "uniqueness" });
      expect(refused.body.detail).toContain(attribute);
      expect(refused.text).not.toContain(ids.outside);
      expect(refused.text).not.toContain(home.outsideOrganizationId);
      expect((await everything.get(`/Users/${ids.outside}`)).body).toEqual(before.body);
      expect((await client.get("/Users")).body.totalResults).toBe(2);
    });

    test("keeps the externalId that the application gave it before: 409, and nothing changes", async () => {
      const { home, everything } = await peopled();
      const client = clientOf(await readyApplication({ scope: "target" }, home));
      const id = await client.newAccount({ userName: "leaver", externalId: "mine-7" });
      await everything.patch(`/Users/${id}`, {
        op: "replace",
        path: `${ENTERPRISE_USER_SCHEMA}:organizationId`,
        value: home.outsideOrganizationId,
      });
      const before = await everything.get(`/Users/${id}`);
      const refused = await client.post("/Users", { userName: "other", externalId: "mine-7" });
      expect(refused.body).toMatchObject({ status: "409", scimType: "uniqueness" });
      expect(refused.text).not.toContain(id);
      expect((await everything.get(`/Users/${id}`)).body).toEqual(before.body);
    });

    test("holds a group's name likewise", async () => {
      const { home, everything } = await peopled();
      const group = await everything.newGroup({ displayName: "Secret", externalId: "s" });
      const client = clientOf(await readyApplication({ scope: "target" }, home));
      const refused = await client.post("/Groups", { displayName: "SECRET" });
      expect(refused.body).toMatchObject({ status: "409", scimType: "uniqueness" });
      expect(refused.text).not.toContain(group);
      expect((await client.get("/Groups")).body.totalResults).toBe(0);
    });

    test("cannot become a member, and is not told from what does not exist", async () => {
      const { home, ids } = await peopled();
      const client = clientOf(await readyApplication({ scope: "target" }, home));
      const unknown = `user_${"a".repeat(26)}`;
      const group = await client.newGroup({ displayName: "Team", ...member(ids.target) });
      const attempts = [
        (id: string) => client.post("/Groups", { displayName: "New", ...member(ids.child, id) }),
        (id: string) => client.put(`/Groups/${group}`, { displayName: "Team", ...member(ids.child, id) }),
        (id: string) =>
          client.patch(`/Groups/${group}`, {
            op: "add",
            path: "members",
            value: [{ value: ids.child }, { value: id }],
          }),
      ];
      for (const attempt of attempts) {
        const outside = await attempt(ids.outside);
        expect(outside.body).toMatchObject({ status: "400", scimType: "invalidValue" });
        expect(outside.body.detail).toContain(ids.outside);
        expect(outside.text.replaceAll(ids.outside, unknown)).toBe((await attempt(unknown)).text);
      }
      expect((await client.get(`/Groups/${group}`)).body.members).toMatchObject([{ value: ids.target }]);
      expect((await client.get("/Groups")).body.totalResults).toBe(1);
    });
  });

  describe("the organization of an account", () => {
    test.each(["outsideOrganizationId", "rootOrganizationId", "unknown"] as const)(
      "out of scope (%s) is OrganizationNotInScope, on create and on every update",
      async (where) => {
        const { home, ids } = await peopled();
        const client = clientOf(await readyApplication({ scope: "target" }, home));
        const organizationId = where === "unknown" ? `ou_${"b".repeat(26)}` : home[where];
        const path = `${ENTERPRISE_USER_SCHEMA}:organizationId`;
        const answers = [
          await client.post("/Users", inOrganization("new", organizationId)),
          await client.post("/Users", inOrganization("target", organizationId)),
          await client.put(`/Users/${ids.target}`, inOrganization("target", organizationId)),
          await client.patch(`/Users/${ids.target}`, { op: "replace", path, value: organizationId }),
        ];
        for (const { body } of answers) {
          expect(body).toMatchObject({ status: "400", scimType: "invalidValue" });
          expect(body.detail).toMatch(/^OrganizationNotInScope/);
        }
        expect(await organizationOf(client, ids.target)).toBe(home.targetOrganizationId);
        expect(await seen(client)).toEqual(["child", "target"]);
      },
    );

    test("is the target by default, or the one named; no update moves it without naming one", async () => {
      const home = await readyInstance();
      const client = clientOf(await readyApplication({ scope: "target" }, home));
      const first = await client.newAccount({ userName: "first" });
      expect(await organizationOf(client, first)).toBe(home.targetOrganizationId);
      const below = await client.newAccount(inOrganization("below", home.childOrganizationId));
      expect(await organizationOf(client, below)).toBe(home.childOrganizationId);
      await client.put(`/Users/${below}`, { userName: "below", displayName: "put" });
      await client.patch(`/Users/${below}`, rename("patched"));
      await client.patch(`/Users/${below}`, {
        op: "remove",
        path: `${ENTERPRISE_USER_SCHEMA}:organizationId`,
      });
      await client.post("/Users", { userName: "below", displayName: "posted" });
      expect(await organizationOf(client, below)).toBe(home.childOrganizationId);
      await client.put(`/Users/${below}`, inOrganization("below", home.targetOrganizationId));
      expect(await organizationOf(client, below)).toBe(home.targetOrganizationId);
    });
  });

  async function organizationOf(client: Client, id: string): Promise<unknown> {
    const { body } = await client.get(`/Users/${id}?attributes=${ENTERPRISE_USER_SCHEMA}:organizationId`);
    return Reflect.get(Object(body[ENTERPRISE_USER_SCHEMA]), "organizationId");
  }

  describe("the scope itself", () => {
    test("takes in a group that the application creates, and of no other application", async () => {
      const home = await readyInstance();
      const mine = clientOf(await readyApplication({ name: "Mine", scope: "none" }, home));
      const theirs = clientOf(await readyApplication({ name: "Theirs", scope: "root" }, home));
      const group = await mine.newGroup({ displayName: "Made here" });
      expect((await mine.get(`/Groups/${group}`)).status).toBe(200);
      expect((await theirs.get(`/Groups/${group}`)).status).toBe(404);
    });

    test("follows an organization that is moved", async () => {
      const { home } = await peopled();
      const client = clientOf(await readyApplication({ scope: "target" }, home));
      expect(await seen(client)).toEqual(["child", "target"]);
      await moveOrganization(home.admin, home.outsideOrganizationId, home.childOrganizationId);
      expect(await seen(client)).toEqual(["child", "outside", "target"]);
      await moveOrganization(home.admin, home.childOrganizationId, home.rootOrganizationId);
      expect(await seen(client)).toEqual(["target"]);
    });

    test("narrows for the very next request, but never so far that it loses the target", async () => {
      const { home } = await peopled();
      const application = await readyApplication({ scope: "root" }, home);
      const client = clientOf(application);
      expect(await seen(client)).toEqual(["child", "outside", "root", "target"]);
      await setScope(home.admin, application.applicationId, { organizations: [home.targetOrganizationId] });
      expect(await seen(client)).toEqual(["child", "target"]);
      const narrowing = setScope(home.admin, application.applicationId, {
        organizations: [home.childOrganizationId],
      });
      expect((await refusal(narrowing)).message).toContain("Staff");
      expect(await seen(client)).toEqual(["child", "target"]);
    });
  });
});
