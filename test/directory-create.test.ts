import { describe, expect, test } from "vitest";
import { setInstanceSettings } from "@/lib/directory/instances/set-settings";
import type { JsonObject } from "@/lib/scim/json";
import { testDatabases } from "./databases";
import { type Client, clientOf, idOf } from "./directory-client";
import { readyApplication, readyInstance } from "./ready-application";
import { type Answer, onDatabase } from "./scim-client";

const email = (value: string) => ({ emails: [{ value, type: "work" }] });
const phone = (value: string) => ({ phoneNumbers: [{ value, type: "work" }] });
const members = (...ids: string[]) => ({ members: ids.map((value) => ({ value })) });
const PASSWORD = { password: "Correct-horse-7" };

function expect409(answer: Answer, attribute: string): void {
  expect(answer.body, answer.text).toMatchObject({ status: "409", scimType: "uniqueness" });
  expect(answer.body.detail).toContain(attribute);
}

describe.each(testDatabases())("on the $kind database", (given) => {
  onDatabase(given);

  async function newClient(): Promise<Client> {
    return clientOf(await readyApplication());
  }

  /** Everything that a list shows of the accounts and groups, to see that nothing has changed. */
  async function shown(client: Client): Promise<unknown> {
    const users = await client.get("/Users");
    const groups = await client.get("/Groups?attributes=displayName,externalId,members,meta");
    return [users.body, groups.body];
  }

  describe("POST /Users", () => {
    test("of what nobody has answers 201 with Location, ETag and the whole account", async () => {
      const answer = await (await newClient()).post("/Users", { userName: "amy", externalId: "e-1" });
      expect(answer).toMatchObject({
        status: 201,
        body: { userName: "amy", externalId: "e-1", active: true },
      });
      const { location, version } = Object(answer.body.meta);
      expect(answer.headers.get("location")).toBe(location);
      expect(location).toMatch(new RegExp(`/scim/v2/Users/${idOf(answer)}$`));
      expect(answer.headers.get("etag")).toBe(version);
    });

    test.each<[string, JsonObject]>([
      ["userName", { userName: "amy" }],
      ["userName in another case", { userName: "AMY" }],
      ["externalId", { userName: "amelia", externalId: "e-1" }],
      ["both", { userName: "amy", externalId: "e-1" }],
      ["userName, with a password", { userName: "amy", ...PASSWORD }],
    ])(
      "of what %s finds updates it: 200, Location, the same id, and what was not sent stays",
      async (_, body) => {
        const client = await newClient();
        const first = await client.post("/Users", {
          userName: "amy",
          externalId: "e-1",
          displayName: "Amy",
          active: false,
          ...email("amy@example.com"),
          ...phone("+4930111222"),
        });
        const again = await client.post("/Users", { ...body, displayName: "Amelia" });
        expect(again.status).toBe(200);
        expect(again.headers.get("location")).toBe(first.headers.get("location"));
        expect(idOf(again)).toBe(idOf(first));
        expect((await client.get(`/Users/${idOf(first)}`)).body).toMatchObject({
          userName: body.userName,
          externalId: "e-1",
          displayName: "Amelia",
          active: false,
          emails: [{ value: "amy@example.com" }],
          phoneNumbers: [{ value: "+4930111222" }],
        });
        expect((await client.get("/Users")).body.totalResults).toBe(1);
      },
    );

    test("of the same body again changes nothing: the same version and lastModified", async () => {
      const application = await readyApplication();
      const client = clientOf(application);
      const body = {
        userName: "amy",
        externalId: "e-1",
        ...PASSWORD,
        ...email("amy@example.com"),
        ...phone("+49 (30) 111-222"),
        [application.namespace]: { badge: "b-1", floor: 3 },
      };
      const first = await client.post("/Users", body);
      const second = await client.post("/Users", body);
      expect([first.status, second.status]).toEqual([201, 200]);
      expect(second.body).toEqual(first.body);
    });

    test("gives an externalId to an account that has none, and 409 to one that has another", async () => {
      const client = await newClient();
      const id = await client.newAccount({ userName: "amy" });
      expect(await client.post("/Users", { userName: "amy", externalId: "e-1" })).toMatchObject({
        status: 200,
        body: { id, externalId: "e-1" },
      });
      expect409(await client.post("/Users", { userName: "amy", externalId: "e-2" }), "externalId");
      expect((await client.get(`/Users/${id}`)).body.externalId).toBe("e-1");
    });

    test.each([{}, PASSWORD])(
      "is 409 and changes nothing where keys or addresses clash (with %j)",
      async (secret) => {
        const client = await newClient();
        await client.newAccount({ userName: "amy", externalId: "e-1", ...email("amy@example.com") });
        await client.newAccount({ userName: "bob", externalId: "e-2", ...phone("+4930111222") });
        const before = await shown(client);
        const clashes: readonly (readonly [attribute: string, body: JsonObject])[] = [
          ["externalId and userName", { userName: "amy", externalId: "e-2" }],
          ["emails", { userName: "cyd", ...email("AMY@EXAMPLE.COM") }],
          ["emails", { userName: "bob", ...email("amy@example.com") }],
          ["phoneNumbers", { userName: "cyd", phoneRegion: "49", ...phone("30 111 222") }],
          ["phoneNumbers", { userName: "amy", ...phone("+49-30-111222") }],
        ];
        for (const [attribute, body] of clashes) {
          expect409(await client.post("/Users", { displayName: "Taken", ...body, ...secret }), attribute);
        }
        expect(await shown(client)).toEqual(before);
      },
    );

    test("is 409 on every existing key where duplicates are rejected", async () => {
      const client = clientOf(await readyApplication({ duplicateCreate: "reject" }));
      await client.newAccount({ userName: "amy", externalId: "e-1" });
      const before = await shown(client);
      expect409(await client.post("/Users", { userName: "Amy" }), "userName");
      expect409(await client.post("/Users", { userName: "amy", externalId: "e-1" }), "userName");
      expect409(await client.post("/Users", { userName: "bob", externalId: "e-1" }), "externalId");
      expect409(
        await client.post("/Users", { userName: "bob", externalId: "e-1", ...PASSWORD }),
        "externalId",
      );
      expect(await shown(client)).toEqual(before);
      await client.newAccount({ userName: "bob", externalId: "E-1" });
    });

    test("takes an email and a phone twice where the instance has lifted their uniqueness", async () => {
      const home = await readyInstance({ settings: { uniqueEmail: false, uniquePhone: false } });
      const client = clientOf(await readyApplication({}, home));
      const shared = { ...email("desk@example.com"), ...phone("+4930111222") };
      await client.newAccount({ userName: "amy", ...shared });
      await client.newAccount({ userName: "bob", ...shared, ...PASSWORD });
      expect((await client.find("/Users", 'emails eq "DESK@example.com"')).body.totalResults).toBe(2);
      await client.delete(`/Users/${idOf(await client.post("/Users", { userName: "bob" }))}`);
      await setInstanceSettings(home.admin, { uniqueEmail: true });
      expect409(await client.post("/Users", { userName: "cyd", ...shared }), "emails");
    });
  });

  test("two applications know one account under an externalId each, and see only their own", async () => {
    const home = await readyInstance();
    const [one, two] = [
      clientOf(await readyApplication({ name: "One" }, home)),
      clientOf(await readyApplication({ name: "Two" }, home)),
    ];
    const id = await one.newAccount({ userName: "amy", externalId: "one-1" });
    expect(await two.post("/Users", { userName: "amy", externalId: "two-1" })).toMatchObject({
      status: 200,
      body: { id, externalId: "two-1" },
    });
    expect((await one.get(`/Users/${id}`)).body.externalId).toBe("one-1");
    expect((await two.find("/Users", 'externalId eq "one-1"')).body.totalResults).toBe(0);
    expect((await one.find("/Users", 'externalId eq "one-1"')).body.Resources).toMatchObject([{ id }]);
    // The same text, of another application, is another key.
    const other = await two.newAccount({ userName: "bob", externalId: "one-1" });
    expect(await one.post("/Users", { userName: "amy", externalId: "one-1" })).toMatchObject({
      body: { id },
    });
    expect(await two.post("/Users", { userName: "bob", externalId: "one-1" })).toMatchObject({
      body: { id: other },
    });
    await two.patch(`/Users/${id}`, { op: "remove", path: "externalId" });
    expect((await one.get(`/Users/${id}`)).body.externalId).toBe("one-1");
    expect((await two.get(`/Users/${id}`)).body).not.toHaveProperty("externalId");
  });

  describe("POST /Groups", () => {
    test("of what exists updates it: 200, the same id, and the same body again changes nothing", async () => {
      const client = await newClient();
      const [amy, bob] = [
        await client.newAccount({ userName: "amy" }),
        await client.newAccount({ userName: "bob" }),
      ];
      const body = { displayName: "Team", externalId: "g-1", ...members(amy, bob) };
      const first = await client.post("/Groups", body);
      expect(first.status).toBe(201);
      expect(first.headers.get("location")).toMatch(/\/Groups\/group_/);
      const second = await client.post("/Groups", body);
      expect([second.status, second.body]).toEqual([200, first.body]);
      expect(second.headers.get("location")).toBe(first.headers.get("location"));
      const byName = await client.post("/Groups", { displayName: "TEAM" });
      expect(byName).toMatchObject({ status: 200, body: { id: idOf(first), externalId: "g-1" } });
      expect(byName.body.members).toHaveLength(2);
      const renamed = await client.post("/Groups", {
        displayName: "Crew",
        externalId: "g-1",
        ...members(bob),
      });
      expect(renamed).toMatchObject({ status: 200, body: { id: idOf(first), displayName: "Crew" } });
      expect(renamed.body.members).toMatchObject([{ value: bob }]);
      expect((await client.get("/Groups")).body.totalResults).toBe(1);
    });

    test("is 409 and changes nothing where keys clash, and on every key where duplicates are rejected", async () => {
      const home = await readyInstance();
      const client = clientOf(await readyApplication({ name: "Update" }, home));
      await client.newGroup({ displayName: "Team", externalId: "g-1" });
      await client.newGroup({ displayName: "Crew", externalId: "g-2" });
      const before = await shown(client);
      expect409(await client.post("/Groups", { displayName: "Team", externalId: "g-2" }), "displayName");
      expect409(await client.post("/Groups", { displayName: "Team", externalId: "g-3" }), "externalId");
      expect(await shown(client)).toEqual(before);
      const strict = clientOf(await readyApplication({ name: "Reject", duplicateCreate: "reject" }, home));
      await strict.newGroup({ displayName: "Own", externalId: "g-1" });
      expect409(await strict.post("/Groups", { displayName: "own" }), "displayName");
      expect409(await strict.post("/Groups", { displayName: "New", externalId: "g-1" }), "externalId");
      expect((await strict.get("/Groups")).body.totalResults).toBe(1);
    });
  });
});
