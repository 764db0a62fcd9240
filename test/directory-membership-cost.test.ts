import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/lib/db/client";
import { testDatabases } from "./databases";
import { type Client, clientOf } from "./directory-client";
import { type Noted, statementsOf } from "./noted-statements";
import { type ReadyApplication, readyApplication } from "./ready-application";
import { onDatabase } from "./scim-client";

const LARGE = 10_000;

/** Rows that a plan read or wrote, over all of its nodes and their repetitions. */
function rowsOf(plan: unknown): number {
  const node = Object(plan);
  const own = Number(node["Actual Rows"] ?? 0) + Number(node["Rows Removed by Filter"] ?? 0);
  const below: unknown[] = Array.isArray(node.Plans) ? node.Plans : [];
  return own * Number(node["Actual Loops"] ?? 1) + below.reduce((sum: number, plan) => sum + rowsOf(plan), 0);
}

describe.each(testDatabases())("on the $kind database", (given) => {
  onDatabase(given);

  let application: ReadyApplication;
  let client: Client;
  let small: string;
  let large: string;
  let joining: readonly string[];

  beforeAll(async () => {
    application = await readyApplication();
    client = clientOf(application);
    small = await client.newGroup({ displayName: "Small" });
    large = await client.newGroup({ displayName: "Large" });
    const db = await database();
    // Written past the use cases: what is measured is one more, not the ten thousand.
    await db.query(
      `INSERT INTO accounts (instance_id, id, organization_id, username, username_key, enabled, source, created_at, updated_at)
       SELECT $1, 'user_' || n, $2, 'user ' || n, 'user ' || n, TRUE, 'console', now(), now() FROM generate_series(1, $3::int) n`,
      [application.instanceId, application.targetOrganizationId, LARGE + 20],
    );
    for (const [group, size] of [
      [small, 10],
      [large, LARGE],
    ] as const) {
      await db.query(
        "INSERT INTO group_members (instance_id, group_id, account_id) SELECT $1, $2, 'user_' || n FROM generate_series(1, $3::int) n",
        [application.instanceId, group, size],
      );
    }
    for (const table of ["accounts", "group_members", "groups"]) await db.query(`ANALYZE ${table}`);
    joining = Array.from({ length: 20 }, (_, index) => `user_${LARGE + 1 + index}`);
  });

  const CHANGES = [
    ["adding one", (id: string) => ({ op: "add", path: "members", value: [{ value: id }] })],
    ["removing one by filter", (id: string) => ({ op: "remove", path: `members[value eq "${id}"]` })],
    ["removing one by value", (id: string) => ({ op: "remove", path: "members", value: [{ value: id }] })],
    ["adding one who is there", () => ({ op: "add", path: "members", value: [{ value: "user_1" }] })],
  ] as const;

  async function statementsFor(
    group: string,
    change: ReturnType<(typeof CHANGES)[number][1]>,
  ): Promise<Noted[]> {
    return statementsOf(await database(), async () => {
      expect((await client.patch(`/Groups/${group}`, change)).status).toBe(204);
    });
  }

  test.each(CHANGES)(
    "%s member takes the same statements in a group of 10 and of 10,000",
    async (name, changeOf) => {
      const id = joining[name === "removing one by value" ? 1 : 0] ?? "";
      const costs: string[][] = [];
      for (const group of [small, large]) {
        if (name === "removing one by value") await client.patch(`/Groups/${group}`, CHANGES[0][1](id));
        costs.push((await statementsFor(group, changeOf(id))).map(({ text }) => text));
      }
      expect(costs[0]?.length).toBeGreaterThan(0);
      expect(costs[1]).toEqual(costs[0]);
    },
  );

  test.each(CHANGES)(
    "%s member reads as many rows in a group of 10 and of 10,000",
    async (name, changeOf) => {
      const db = await database();
      const counts: number[] = [];
      for (const group of [small, large]) {
        const id = joining[5] ?? "";
        if (name.startsWith("removing")) await client.patch(`/Groups/${group}`, CHANGES[0][1](id));
        else await client.patch(`/Groups/${group}`, CHANGES[2][1](id));
        // The plan is made for the statement as the program sends it, before it is executed.
        let rows = 0;
        const statements = await statementsFor(group, changeOf(id));
        const undo = name.startsWith("removing") ? CHANGES[0][1](id) : CHANGES[2][1](id);
        if (name !== "adding one who is there") await client.patch(`/Groups/${group}`, undo);
        for (const { text, values } of statements) {
          const [explained] = await db.query<{ "QUERY PLAN": readonly unknown[] }>(
            `EXPLAIN (ANALYZE, FORMAT JSON) ${text}`,
            values,
          );
          const [plan] = explained?.["QUERY PLAN"] ?? [];
          rows += rowsOf(Object(plan).Plan);
        }
        counts.push(rows);
      }
      const [ofSmall = 0, ofLarge = 0] = counts;
      expect(ofSmall).toBeGreaterThan(0);
      expect(ofLarge).toBeLessThan(ofSmall * 3 + 50);
    },
  );

  test("a filter on one member answers from an index", async () => {
    const { body } = await client.find("/Groups", 'members.value eq "user_9999"');
    expect(body).toMatchObject({ totalResults: 1, Resources: [{ id: large }] });
    const statements = await statementsOf(await database(), () =>
      client.find("/Groups", 'members.value eq "user_9999"'),
    );
    let rows = 0;
    for (const { text, values } of statements) {
      const [explained] = await (await database()).query<{ "QUERY PLAN": readonly unknown[] }>(
        `EXPLAIN (ANALYZE, FORMAT JSON) ${text}`,
        values,
      );
      rows += rowsOf(Object(explained?.["QUERY PLAN"][0]).Plan);
    }
    expect(rows).toBeLessThan(200);
  });
});
