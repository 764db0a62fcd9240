import { describe, expect, test } from "vitest";
import { database } from "@/lib/db/client";
import type { JsonObject } from "@/lib/scim/json";
import { testDatabases } from "./databases";
import { type Client, clientOf, idOf, statuses } from "./directory-client";
import { readyApplication, readyInstance } from "./ready-application";
import { type Answer, onDatabase } from "./scim-client";

const times = <T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

describe.each(testDatabases())("on the $kind database, at the same time", (given) => {
  onDatabase(given);

  async function newClient(): Promise<Client> {
    return clientOf(await readyApplication());
  }

  const PASSWORD = { password: "Correct-horse-7" };

  test.each<[string, string, (index: number) => JsonObject]>([
    ["accounts of one userName", "/Users", () => ({ userName: "amy" })],
    ["accounts of one userName and externalId", "/Users", () => ({ userName: "amy", externalId: "e-1" })],
    ["accounts of one externalId", "/Users", (n) => ({ userName: `amy ${n}`, externalId: "e-1" })],
    ["accounts with a password", "/Users", () => ({ userName: "amy", ...PASSWORD })],
    ["groups of one name", "/Groups", () => ({ displayName: "Team" })],
    ["groups of one name and externalId", "/Groups", () => ({ displayName: "Team", externalId: "g-1" })],
    ["groups of one externalId", "/Groups", (n) => ({ displayName: `Team ${n}`, externalId: "g-1" })],
  ])("20 creations of %s make one, and each answer names it", async (_, path, bodyOf) => {
    const client = await newClient();
    const answers = await times(20, (index) => client.post(path, bodyOf(index)));
    expect(statuses(answers), JSON.stringify(answers.map(({ text }) => text))).toEqual({ 201: 1, 200: 19 });
    expect(new Set(answers.map(idOf)).size).toBe(1);
    expect((await client.get(path)).body.totalResults).toBe(1);
  });

  test("20 creations that fight for one email make one account, and the others are told 409", async () => {
    const client = await newClient();
    const emails = [{ value: "desk@example.com", type: "work" }];
    const answers = await times(20, (index) => client.post("/Users", { userName: `amy ${index}`, emails }));
    expect(statuses(answers)).toEqual({ 201: 1, 409: 19 });
    expect((await client.get("/Users")).body.totalResults).toBe(1);
  });

  test("creations of one userName under many externalIds make one account with one of them", async () => {
    const client = await newClient();
    const answers = await times(20, (index) =>
      client.post("/Users", { userName: "amy", externalId: `e-${index}` }),
    );
    expect(statuses(answers)).toEqual({ 201: 1, 409: 19 });
    expect((await client.get("/Users")).body.totalResults).toBe(1);
  });

  test("two applications that create one account each find it under their own externalId", async () => {
    const first = await readyApplication({ name: "One" });
    const clients = [clientOf(first), clientOf(await readyApplication({ name: "Two" }, first))];
    for (let round = 0; round < 10; round++) {
      const answers = await Promise.all(
        clients.map((client, index) =>
          client.post("/Users", { userName: `amy ${round}`, externalId: `app-${index}-${round}` }),
        ),
      );
      expect(statuses(answers)).toEqual({ 201: 1, 200: 1 });
      expect(new Set(answers.map(idOf)).size).toBe(1);
      for (const [index, client] of clients.entries()) {
        const { body } = await client.find("/Users", `externalId eq "app-${index}-${round}"`);
        expect(body.totalResults).toBe(1);
      }
    }
  });

  test("20 PATCHes of different attributes of one account all take effect", async () => {
    const fields = Array.from({ length: 20 }, (_, index) => `f${index}`);
    const application = await readyApplication(
      {},
      await readyInstance({
        fields: fields.map((key) => ({ key, name: key, type: "text" })),
      }),
    );
    const client = clientOf(application);
    const id = await client.newAccount({ userName: "amy" });
    const answers = await times(20, (index) =>
      client.patch(`/Users/${id}`, {
        op: "add",
        path: `${application.namespace}:f${index}`,
        value: `v${index}`,
      }),
    );
    expect(statuses(answers)).toEqual({ 200: 20 });
    const { body } = await client.get(`/Users/${id}`);
    expect(body[application.namespace]).toEqual(
      Object.fromEntries(fields.map((key, index) => [key, `v${index}`])),
    );
    expect(Object(body.meta).version).toBe('W/"21"');
  });

  describe("changes of one group's members", () => {
    const ROUNDS = 50;

    const add = (...ids: string[]) => ({
      op: "add",
      path: "members",
      value: ids.map((value) => ({ value })),
    });
    const remove = (...ids: string[]) => ({
      op: "remove",
      path: "members",
      value: ids.map((value) => ({ value })),
    });

    async function membersOf(client: Client, group: string): Promise<string[]> {
      const { body } = await client.get(`/Groups/${group}`);
      const members = Array.isArray(body.members) ? body.members : [];
      return members.map((member) => String(Object(member).value)).sort();
    }

    test("end in the right set after 50 rounds, and none of them fails", async () => {
      const client = await newClient();
      const people = (await times(12, (index) => client.newAccount({ userName: `user ${index}` }))).sort();
      const group = await client.newGroup({ displayName: "Team" });
      const [even, odd] = [0, 1].map((rest) => people.filter((_, index) => index % 2 === rest));
      for (let round = 0; round < ROUNDS; round++) {
        // Overlapping lists in opposite orders, with adds and removes in one request: what deadlocks if anything does.
        const [come = [], go = []] = round % 2 === 0 ? [even, odd] : [odd, even];
        const answers = await Promise.all([
          client.patch(`/Groups/${group}`, add(...come), remove(...go)),
          client.patch(`/Groups/${group}`, remove(...[...go].reverse()), add(...[...come].reverse())),
          ...come.map((id) => client.patch(`/Groups/${group}`, add(id))),
          ...go.map((id) => client.patch(`/Groups/${group}`, remove(id))),
        ]);
        expect(statuses(answers), `round ${round}`).toEqual({ 204: answers.length });
        expect(await membersOf(client, group), `round ${round}`).toEqual(come);
      }
    });

    test("and replacements of the whole end in a set that one of them asked for", async () => {
      const client = await newClient();
      const people = (await times(6, (index) => client.newAccount({ userName: `user ${index}` }))).sort();
      const group = await client.newGroup({ displayName: "Team" });
      const wanted = [people.slice(0, 3), people.slice(2, 5), people.slice(3)];
      for (let round = 0; round < 20; round++) {
        const answers = await times(3, (index) =>
          client.put(`/Groups/${group}`, {
            displayName: "Team",
            members: (wanted[index] ?? []).map((value) => ({ value })),
          }),
        );
        expect(statuses(answers)).toEqual({ 200: 3 });
        expect(wanted).toContainEqual(await membersOf(client, group));
      }
    });

    test("and deletions of accounts and groups are answered as one after the other", async () => {
      const client = await newClient();
      for (let round = 0; round < 25; round++) {
        const [amy, bob] = await times(2, (index) =>
          client.newAccount({ userName: `user ${index}.${round}` }),
        );
        const group = await client.newGroup({ displayName: `Team ${round}` });
        const answers: Answer[] = await Promise.all([
          client.patch(`/Groups/${group}`, add(amy ?? "")),
          client.delete(`/Users/${amy}`),
          client.patch(`/Groups/${group}`, add(bob ?? "")),
          client.delete(`/Groups/${group}`),
          client.post("/Groups", { displayName: `Other ${round}`, members: [{ value: amy ?? "" }] }),
        ]);
        const [addAmy, deleteAmy, addBob, deleteGroup, create] = answers;
        expect([204, 400, 404], addAmy?.text).toContain(addAmy?.status);
        expect([204, 404], addBob?.text).toContain(addBob?.status);
        expect([201, 400], create?.text).toContain(create?.status);
        expect([deleteAmy?.status, deleteGroup?.status]).toEqual([204, 204]);
        expect((await client.get(`/Groups/${group}`)).status).toBe(404);
        expect((await client.find("/Groups", `members.value eq "${amy}"`)).body.totalResults).toBe(0);
      }
    });

    test("and a group's version counts every change of it", async () => {
      const client = await newClient();
      const people = await times(10, (index) => client.newAccount({ userName: `user ${index}` }));
      const group = await client.newGroup({ displayName: "Team" });
      await times(10, (index) => client.patch(`/Groups/${group}`, add(people[index] ?? "")));
      const { body } = await client.get(`/Groups/${group}`);
      expect(Object(body.meta).version).toBe('W/"11"');
      const [rows] = await (await database()).query<{ count: number }>(
        "SELECT count(*)::int AS count FROM audit_log WHERE target_id = $1 AND action = 'group.update'",
        [group],
      );
      expect(rows?.count).toBe(10);
    });
  });
});
