import { afterEach, describe, expect, test } from "vitest";
import { database } from "@/lib/db/client";
import { dropExpiredLogPartitions, ensureLogPartitions } from "@/lib/db/partitions";
import { type ListedAuditEntry, listAudit } from "@/lib/directory/logs/audit/list/list-audit";
import { verifyAuditLog } from "@/lib/directory/logs/audit/verify/verify-audit-log";
import type { RequestEntry } from "@/lib/directory/logs/requests/entry";
import { listRequests } from "@/lib/directory/logs/requests/list/list-requests";
import { flushRequestLog } from "@/lib/directory/logs/requests/writer";
import { ENTERPRISE_USER_SCHEMA } from "@/lib/scim/urn";
import { testDatabases } from "./databases";
import { clientOf, sendWith } from "./directory-client";
import { type ReadyApplication, readyApplication, readyInstance } from "./ready-application";
import { onDatabase } from "./scim-client";

const DAY = 86_400_000;
const PASSWORD = "Correct-horse-7";

describe.each(testDatabases())("on the $kind database", (given) => {
  onDatabase(given);

  async function ready() {
    const home = await readyInstance({
      fields: [
        { key: "badge", name: "Badge", type: "text" },
        { key: "ssn", name: "Number", type: "text", encrypted: true },
      ],
    });
    const application = await readyApplication({ name: "Okta" }, home);
    return { ...application, client: clientOf(application) };
  }

  describe("the audit log", () => {
    /** What a piece of work appends, oldest first. */
    async function appended(
      { admin }: ReadyApplication,
      work: () => Promise<unknown>,
    ): Promise<ListedAuditEntry[]> {
      const before = (await listAudit(admin, { limit: 1000 })).length;
      await work();
      const entries = await listAudit(admin, { limit: 1000 });
      return entries.slice(0, entries.length - before).reverse();
    }

    test("has one entry for each change of an account: who, from where, what, before and after", async () => {
      const application = await ready();
      const { client, namespace, applicationId } = application;
      const body = { userName: "amy", externalId: "e-1", displayName: "Amy", [namespace]: { badge: "b-1" } };
      let id = "";
      const entries = await appended(application, async () => {
        id = await client.newAccount(body);
        await client.post("/Users", { ...body, displayName: "Amelia" });
        await client.put(`/Users/${id}`, { userName: "amelia", externalId: "e-1" });
        await client.patch(
          `/Users/${id}`,
          { op: "replace", path: "active", value: false },
          { op: "add", path: `${namespace}:badge`, value: "b-2" },
        );
        await client.delete(`/Users/${id}`);
      });
      const actor = { kind: "application", id: applicationId, name: "Okta", address: "unknown" };
      const change = (action: string, name: string, before: unknown, after: unknown) =>
        expect.objectContaining({ actor, action, target: { type: "account", id, name }, before, after });
      const organizationId = application.targetOrganizationId;
      expect(entries).toEqual([
        change("account.create", "amy", null, {
          username: "amy",
          displayName: "Amy",
          externalId: "e-1",
          enabled: true,
          organizationId,
          "field badge": "b-1",
        }),
        change("account.update", "amy", { displayName: "Amy" }, { displayName: "Amelia" }),
        change(
          "account.update",
          "amelia",
          { username: "amy", displayName: "Amelia", "field badge": "b-1" },
          { username: "amelia", displayName: null, "field badge": null },
        ),
        change(
          "account.update",
          "amelia",
          { enabled: true, "field badge": null },
          { enabled: false, "field badge": "b-2" },
        ),
        change(
          "account.delete",
          "amelia",
          {
            username: "amelia",
            externalId: "e-1",
            enabled: false,
            organizationId,
            "field badge": "b-2",
          },
          null,
        ),
      ]);
    });

    test("has one entry for each change of a group, with those who came and went", async () => {
      const application = await ready();
      const { client } = application;
      const [amy, bob] = [
        await client.newAccount({ userName: "amy" }),
        await client.newAccount({ userName: "bob" }),
      ];
      const entries = await appended(application, async () => {
        const id = await client.newGroup({ displayName: "Team", members: [{ value: amy }] });
        await client.patch(`/Groups/${id}`, {
          op: "add",
          path: "members",
          value: [{ value: amy }, { value: bob }],
        });
        await client.patch(`/Groups/${id}`, { op: "remove", path: `members[value eq "${amy}"]` });
        await client.put(`/Groups/${id}`, { displayName: "Crew", members: [{ value: amy }] });
        await client.delete(`/Groups/${id}`);
      });
      expect(entries.map(({ action, before, after }) => [action, before, after])).toEqual([
        ["group.create", null, { displayName: "Team", externalId: null, members: [amy] }],
        ["group.update", team("Team"), { ...team("Team"), membersAdded: [bob], membersRemoved: [] }],
        ["group.update", team("Team"), { ...team("Team"), membersAdded: [], membersRemoved: [amy] }],
        ["group.update", team("Team"), { ...team("Crew"), membersAdded: [amy], membersRemoved: [bob] }],
        ["group.delete", team("Crew"), null],
      ]);
    });

    const team = (displayName: string) => ({ displayName, externalId: null });

    test("has no entry for what was refused, and none for what changes nothing", async () => {
      const application = await ready();
      const { client, outsideOrganizationId } = application;
      const amy = await client.newAccount({ userName: "amy", externalId: "e-1", password: PASSWORD });
      const bob = await client.newAccount({ userName: "bob" });
      const group = await client.newGroup({ displayName: "Team", members: [{ value: amy }] });
      const entries = await appended(application, async () => {
        await client.get(`/Users/${amy}`);
        await client.post("/Users", { userName: "amy", externalId: "e-1", password: PASSWORD });
        await client.put(`/Users/${bob}`, { userName: "bob" });
        await client.patch(`/Users/${amy}`, { op: "replace", path: "active", value: "True" });
        await client.patch(`/Groups/${group}`, { op: "add", path: "members", value: [{ value: amy }] });
        await client.patch(`/Groups/${group}`, { op: "remove", path: "members", value: [{ value: bob }] });
        const refusals = [
          await client.post("/Users", { userName: "bob", externalId: "e-1" }),
          await client.post("/Users", { userName: "cyd", password: "short" }),
          await client.put(`/Users/${bob}`, { userName: "amy" }),
          await client.patch(`/Users/${bob}`, { op: "replace", path: "externalId", value: "e-1" }),
          await client.put(`/Users/${bob}`, {
            userName: "bob",
            [ENTERPRISE_USER_SCHEMA]: { organizationId: outsideOrganizationId },
          }),
          await client.patch(`/Groups/${group}`, {
            op: "add",
            path: "members",
            value: [{ value: bob }, { value: "x" }],
          }),
          await client.delete(`/Users/${bob}x`),
        ];
        expect(refusals.map(({ status }) => status)).toEqual([409, 400, 409, 409, 400, 400, 404]);
      });
      expect(entries).toEqual([]);
      expect((await client.get(`/Groups/${group}`)).body.members).toHaveLength(1);
    });

    test("tells a password by its presence, and an encrypted value by its being one", async () => {
      const application = await ready();
      const { client, namespace } = application;
      const entries = await appended(application, async () => {
        const id = await client.newAccount({
          userName: "amy",
          password: PASSWORD,
          [namespace]: { ssn: "078-05-1120" },
        });
        await client.patch(
          `/Users/${id}`,
          { op: "replace", path: "password", value: "Battery-staple-8" },
          { op: "replace", path: `${namespace}:ssn`, value: "219-09-9999" },
        );
      });
      expect(entries.map(({ before, after }) => [before, after])).toMatchObject([
        [null, { password: true, "field ssn": "[encrypted]" }],
        [{ "field ssn": "[encrypted]" }, { password: true, "field ssn": "[encrypted]" }],
      ]);
      expect(JSON.stringify(entries)).not.toMatch(/Correct|Battery|078-05|219-09/);
    });

    test("is intact after writers that wrote at once, with an entry for each of them", async () => {
      const application = await ready();
      const { client, admin } = application;
      const entries = await appended(application, async () => {
        const ids = await Promise.all(
          Array.from({ length: 20 }, (_, index) => client.newAccount({ userName: `user ${index}` })),
        );
        const group = await client.newGroup({ displayName: "Team" });
        await Promise.all(
          ids.flatMap((value) => [
            client.patch(`/Groups/${group}`, { op: "add", path: "members", value: [{ value }] }),
            client.patch(`/Users/${value}`, { op: "replace", path: "displayName", value: "At once" }),
          ]),
        );
        await Promise.all(ids.slice(0, 5).map((id) => client.delete(`/Users/${id}`)));
      });
      expect(entries).toHaveLength(20 + 1 + 40 + 5);
      expect(await verifyAuditLog(admin)).toMatchObject({ intact: true });
    });

    test("and the change stand or fall together", async () => {
      const application = await ready();
      const { client } = application;
      const id = await client.newAccount({ userName: "amy" });
      const group = await client.newGroup({ displayName: "Team" });
      const db = await database();
      const before = [await client.get("/Users"), await client.get("/Groups")];
      await db.query("ALTER TABLE audit_log ADD CONSTRAINT audit_refused CHECK (FALSE) NOT VALID");
      try {
        const answers = [
          await client.post("/Users", { userName: "bob" }),
          await client.put(`/Users/${id}`, { userName: "amelia" }),
          await client.delete(`/Users/${id}`),
          await client.post("/Groups", { displayName: "New" }),
          await client.patch(`/Groups/${group}`, { op: "add", path: "members", value: [{ value: id }] }),
          await client.delete(`/Groups/${group}`),
        ];
        expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 500));
        for (const { text } of answers) expect(text).not.toContain("audit_refused");
      } finally {
        await db.query("ALTER TABLE audit_log DROP CONSTRAINT audit_refused");
      }
      const after = [await client.get("/Users"), await client.get("/Groups")];
      expect(after.map(({ body }) => body)).toEqual(before.map(({ body }) => body));
      expect((await client.get(`/Groups/${group}`)).body).not.toHaveProperty("members");
    });
  });

  describe("the request log", () => {
    /** The newest entries, oldest first. */
    async function logged({ admin }: ReadyApplication, count: number): Promise<RequestEntry[]> {
      await flushRequestLog();
      return (await listRequests(admin, { limit: count })).reverse();
    }

    test("keeps each call: what was asked, what was answered, by whom and from where", async () => {
      const application = await ready();
      const { client, applicationId, tokenId, instanceId, token } = application;
      const id = await client.newAccount({ userName: "amy" });
      await client.get(`/Users/${id}?attributes=userName`);
      await client.post("/Users", { userName: "" });
      await client.find("/Users", "userName zz 1");
      await client.delete(`/Users/${id}`);
      const headers = { authorization: `Bearer ${token}`, "user-agent": "Okta SCIM Client 1.0" };
      await sendWith(headers, "GET", "/Groups");
      const entries = await logged(application, 6);
      const common = { instanceId, applicationId, tokenId, address: "unknown", userAgent: "" };
      expect(entries).toMatchObject([
        { ...common, method: "POST", path: "/scim/v2/Users", resource: "User", resourceId: id, status: 201 },
        {
          ...common,
          method: "GET",
          path: `/scim/v2/Users/${id}?attributes=userName`,
          resourceId: id,
          status: 200,
        },
        { ...common, method: "POST", resource: "User", status: 400, scimType: "invalidValue" },
        { ...common, method: "GET", status: 400, scimType: "invalidFilter" },
        { ...common, method: "DELETE", resourceId: id, status: 204 },
        { ...common, method: "GET", resource: "Group", status: 200, userAgent: "Okta SCIM Client 1.0" },
      ]);
      const [created, , refused, , deleted] = entries;
      expect(JSON.parse(created?.requestBody ?? "")).toEqual({ userName: "amy" });
      expect(JSON.parse(created?.responseBody ?? "")).toMatchObject({ id, userName: "amy" });
      expect(created).toMatchObject({ detail: undefined, scimType: undefined });
      expect(JSON.parse(refused?.responseBody ?? "").detail).toBe(refused?.detail);
      expect(refused?.detail).toContain("userName");
      expect([deleted?.requestBody, deleted?.responseBody]).toEqual([undefined, undefined]);
      for (const entry of entries) {
        expect(entry.durationMs).toBeGreaterThan(0);
        expect(Math.abs(Date.now() - entry.time.getTime())).toBeLessThan(60_000);
      }
      expect(new Set(entries.map((entry) => entry.id)).size).toBe(6);
    });

    test("says which attributes were accepted and not stored", async () => {
      const application = await ready();
      const { client, namespace } = application;
      const id = await client.newAccount({
        userName: "amy",
        name: { givenName: "Amy" },
        title: "Captain",
        [namespace]: { badge: "b-1", unknown: 1 },
        "urn:example:other": { a: 1 },
      });
      await client.patch(`/Users/${id}`, { op: "replace", path: "title", value: "Admiral" });
      await client.get(`/Users/${id}`);
      const [post, patch, get] = await logged(application, 3);
      expect([...(post?.ignored ?? [])].sort()).toEqual(
        ["name", "title", `${namespace}:unknown`, "urn:example:other"].sort(),
      );
      expect(patch?.ignored).toEqual(["title"]);
      expect(get?.ignored).toEqual([]);
    });

    test("holds no password, token or encrypted value, wherever the client put it", async () => {
      const application = await ready();
      const { client, namespace, token } = application;
      const id = await client.newAccount({
        userName: "amy",
        PASSWORD,
        [namespace]: { ssn: "078-05-1120", badge: "b-1" },
      });
      await client.patch(`/Users/${id}`, {
        op: "replace",
        value: { password: PASSWORD, [`${namespace}:ssn`]: "078-05-1120" },
      });
      await client.patch(`/Users/${id}`, { op: "replace", path: "password", value: PASSWORD });
      await client.get(`/Users/${id}`);
      await client.get("/Users");
      await client.find("/Users", `password eq "${PASSWORD}"`);
      await client.find("/Users", `${namespace}:ssn eq "078-05-1120"`);
      await client.find("/Users", `displayName eq "${token}"`);
      await client.get(`/Users/${token}`);
      await client.patch(`/Users/${id}`, {
        op: "replace",
        path: `password[value eq "${PASSWORD}"]`,
        value: PASSWORD,
      });
      const entries = await logged(application, 10);
      expect(entries).toHaveLength(10);
      const text = JSON.stringify(entries);
      for (const secret of [PASSWORD, "078-05-1120", token]) expect(text).not.toContain(secret);
      expect(entries[0]?.requestBody).toContain("b-1");
    });

    test("has the calls that were refused for permission and rate, and none of those without a good token", async () => {
      const application = await readyApplication({ scenarios: ["user:read"] });
      const client = clientOf(application);
      await client.post("/Users", { userName: "amy" });
      await sendWith({ authorization: "Bearer idaas_sat_x" }, "GET", "/Users");
      await sendWith({}, "GET", "/Users");
      const entries = await logged(application, 10);
      expect(entries).toMatchObject([{ method: "POST", status: 403 }]);
      expect(entries[0]?.detail).toMatch(/^permission_denied/);
    });

    afterEach(async () => ensureLogPartitions(await database(), new Date()));

    test("forgets whole days, and no younger one", async () => {
      const application = await ready();
      await application.client.get("/Users");
      await flushRequestLog();
      const db = await database();
      const days = async () =>
        (
          await db.query<{ name: string }>(
            "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'log_partitions' AND tablename LIKE 'request_logs_2%'",
          )
        ).length;
      await dropExpiredLogPartitions(db, new Date(), 30);
      expect(await logged(application, 10)).toHaveLength(1);
      const before = await days();
      await dropExpiredLogPartitions(db, new Date(Date.now() + 31 * DAY + DAY), 30);
      expect(await days()).toBeLessThan(before);
      expect(await logged(application, 10)).toEqual([]);
      expect((await listAudit(application.admin, { limit: 100 })).length).toBeGreaterThan(0);
    });
  });
});
