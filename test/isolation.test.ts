import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/lib/db/client";
import { createApplication } from "@/lib/directory/applications/create-application";
import { deleteToken, disableToken } from "@/lib/directory/tokens/change-token";
import { issueToken } from "@/lib/directory/tokens/issue-token";
import { newTokenText } from "@/lib/directory/tokens/token-format";
import type { JsonObject } from "@/lib/scim/json";
import { ENTERPRISE_USER_SCHEMA } from "@/lib/scim/urn";
import { ROUTES } from "@/server/routes";
import { testDatabases } from "./databases";
import { type Client, clientOf, sendWith } from "./directory-client";
import { statementsOf } from "./noted-statements";
import { type ReadyApplication, readyApplication } from "./ready-application";
import { type Answer, onDatabase } from "./scim-client";

const DAY = 86_400_000;

const UNKNOWN = {
  user: `user_${"a".repeat(26)}`,
  group: `group_${"a".repeat(26)}`,
  ou: `ou_${"a".repeat(26)}`,
};

/** An instance whose accounts and groups are called what those of every other one are called. */
interface Populated {
  readonly application: ReadyApplication;
  readonly client: Client;
  readonly amy: string;
  readonly bob: string;
  readonly team: string;
}

async function populated(): Promise<Populated> {
  const application = await readyApplication({ scope: "root" });
  const client = clientOf(application);
  const amy = await client.newAccount({
    userName: "amy",
    externalId: "e-1",
    emails: [{ value: "amy@example.com", type: "work" }],
    phoneNumbers: [{ value: "+4930111222", type: "work" }],
    [application.namespace]: { badge: "b-1" },
  });
  const bob = await client.newAccount({ userName: "bob", externalId: "e-2" });
  const team = await client.newGroup({ displayName: "Team", externalId: "g-1", members: [{ value: amy }] });
  return { application, client, amy, bob, team };
}

describe.each(testDatabases())("on the $kind database", (given) => {
  onDatabase(given);

  let mine: Populated;
  let theirs: Populated;

  beforeAll(async () => {
    mine = await populated();
    theirs = await populated();
  });

  const READINGS = [
    "/Users",
    "/Users?count=0",
    "/Users?sortBy=userName&sortOrder=descending",
    "/Users?startIndex=2&count=1",
    `/Users?filter=${encodeURIComponent('userName eq "amy"')}`,
    `/Users?filter=${encodeURIComponent('externalId eq "e-1" or emails co "amy"')}`,
    `/Users?filter=${encodeURIComponent('not (userName eq "nobody")')}&attributes=groups,userName`,
    "/Groups",
    "/Groups?attributes=members,displayName",
    `/Groups?filter=${encodeURIComponent('displayName sw "T"')}`,
    "/Schemas",
    "/ResourceTypes",
  ] as const;

  test("what one instance reads is the same whatever another holds", async () => {
    const read = async () => {
      const answers: string[] = [];
      for (const path of [...READINGS, `/Users/${mine.amy}`, `/Groups/${mine.team}`]) {
        answers.push((await mine.client.get(path)).text);
      }
      return answers;
    };
    const before = await read();
    const third = await populated();
    await third.client.newAccount({ userName: "cyd", externalId: "e-3" });
    await third.client.patch(`/Users/${third.amy}`, { op: "replace", path: "displayName", value: "Changed" });
    await third.client.delete(`/Users/${third.bob}`);
    expect(await read()).toEqual(before);
    expect(before.join()).not.toContain(theirs.amy);
  });

  test("the same keys are free again in every instance", async () => {
    expect(theirs.amy).not.toBe(mine.amy);
    for (const { client, amy } of [mine, theirs]) {
      const answer = await client.post("/Users", { userName: "AMY", externalId: "e-1" });
      expect(answer).toMatchObject({ status: 200, body: { id: amy } });
    }
  });

  test.each<[string, (foreign: Populated) => string]>([
    ["/Users by id", ({ amy }) => `/Users?filter=${encodeURIComponent(`id eq "${amy}"`)}`],
    ["/Users by group", ({ team }) => `/Users?filter=${encodeURIComponent(`groups.value eq "${team}"`)}`],
    ["/Groups by id", ({ team }) => `/Groups?filter=${encodeURIComponent(`id eq "${team}"`)}`],
    ["/Groups by member", ({ amy }) => `/Groups?filter=${encodeURIComponent(`members.value eq "${amy}"`)}`],
    [
      "/Users by organization",
      ({ application }) =>
        `/Users?filter=${encodeURIComponent(
          `${ENTERPRISE_USER_SCHEMA}:organizationId eq "${application.targetOrganizationId}"`,
        )}`,
    ],
  ])("a filter of %s finds nothing of another instance", async (_, pathOf) => {
    expect((await theirs.client.get(pathOf(theirs))).body.totalResults).not.toBe(0);
    const answer = await mine.client.get(pathOf(theirs));
    expect(answer).toMatchObject({ status: 200, body: { totalResults: 0 } });
  });

  /** Requests that name something by its id, of this instance or not. */
  const NAMING: ReadonlyArray<
    readonly [what: string, status: number, id: keyof typeof UNKNOWN, (id: string) => Promise<Answer>]
  > = [
    ["GET /Users/{id}", 404, "user", (id) => mine.client.get(`/Users/${id}`)],
    ["PUT /Users/{id}", 404, "user", (id) => mine.client.put(`/Users/${id}`, { userName: "taken" })],
    ["PATCH /Users/{id}", 404, "user", (id) => mine.client.patch(`/Users/${id}`, CHANGE)],
    ["DELETE /Users/{id}", 404, "user", (id) => mine.client.delete(`/Users/${id}`)],
    ["GET /Groups/{id}", 404, "group", (id) => mine.client.get(`/Groups/${id}`)],
    ["PUT /Groups/{id}", 404, "group", (id) => mine.client.put(`/Groups/${id}`, { displayName: "taken" })],
    ["PATCH /Groups/{id}", 404, "group", (id) => mine.client.patch(`/Groups/${id}`, CHANGE)],
    [
      "PATCH /Groups/{id} with members",
      404,
      "group",
      (id) => mine.client.patch(`/Groups/${id}`, adding(mine.bob)),
    ],
    ["DELETE /Groups/{id}", 404, "group", (id) => mine.client.delete(`/Groups/${id}`)],
    ["a member to add", 400, "user", (id) => mine.client.patch(`/Groups/${mine.team}`, adding(mine.bob, id))],
    [
      "a member to remove",
      400,
      "user",
      (id) => mine.client.patch(`/Groups/${mine.team}`, { op: "remove", path: `members[value eq "${id}"]` }),
    ],
    [
      "a member of a new group",
      400,
      "user",
      (id) => mine.client.post("/Groups", { displayName: "New", members: [{ value: id }] }),
    ],
    [
      "a member in a PUT",
      400,
      "user",
      (id) => mine.client.put(`/Groups/${mine.team}`, { displayName: "Team", members: [{ value: id }] }),
    ],
    ["the organization of a new account", 400, "ou", (id) => mine.client.post("/Users", placed("new", id))],
    [
      "the organization in a PUT",
      400,
      "ou",
      (id) => mine.client.put(`/Users/${mine.bob}`, placed("bob", id)),
    ],
  ];

  const CHANGE = { op: "replace", path: "displayName", value: "taken" };
  const adding = (...ids: string[]) => ({
    op: "add",
    path: "members",
    value: ids.map((value) => ({ value })),
  });
  const placed = (userName: string, organizationId: string): JsonObject => ({
    userName,
    [ENTERPRISE_USER_SCHEMA]: { organizationId },
  });

  const foreignId = (kind: keyof typeof UNKNOWN) =>
    ({ user: theirs.amy, group: theirs.team, ou: theirs.application.targetOrganizationId })[kind];

  test.each(NAMING)(
    "%s: another instance's id is answered %i as an unknown one, in as many statements",
    async (_, status, kind, request) => {
      const db = await database();
      const answers: Answer[] = [];
      const costs: string[][] = [];
      for (const id of [foreignId(kind), UNKNOWN[kind]]) {
        const statements = await statementsOf(db, async () => {
          answers.push(await request(id));
        });
        costs.push(statements.map(({ text }) => text));
      }
      const [foreign, unknown] = answers;
      expect(foreign?.status, foreign?.text).toBe(status);
      expect(foreign?.text.replaceAll(foreignId(kind), UNKNOWN[kind])).toBe(unknown?.text);
      expect([...(foreign?.headers ?? [])]).toEqual([...(unknown?.headers ?? [])]);
      expect(costs[0]?.length).toBeGreaterThan(0);
      expect(costs[0]).toEqual(costs[1]);
    },
  );

  test("no request of one instance leaves a trace in another", async () => {
    const snapshot = async () => {
      const db = await database();
      const tables = ["accounts", "groups", "group_members", "account_external_ids", "audit_log"];
      const rows = tables.map((table) =>
        db.query<{ rows: unknown }>(
          `SELECT coalesce(json_agg(t ORDER BY t::text), '[]')::text AS rows FROM ${table} t WHERE instance_id = $1`,
          [theirs.application.instanceId],
        ),
      );
      return (await Promise.all(rows)).flat();
    };
    const before = await snapshot();
    for (const [, , kind, request] of NAMING) await request(foreignId(kind));
    await mine.client.post("/Users", { userName: "amy", externalId: "e-1", displayName: "Mine alone" });
    await mine.client.post("/Groups", {
      displayName: "Team",
      externalId: "g-1",
      members: [{ value: mine.bob }],
    });
    expect(await snapshot()).toEqual(before);
  });

  describe("a token that is no good", () => {
    async function badTokens(): Promise<Record<string, string | undefined>> {
      const { admin } = mine.application;
      const { id: application } = await createApplication(admin, { name: "Retired", type: "custom" });
      const kept = await issueToken(admin, application, { days: 1 });
      const disabled = await issueToken(admin, application, { days: 1 });
      await disableToken(admin, application, disabled.id);
      await deleteToken(admin, application, disabled.id);
      const deleted = disabled.token;
      const second = await issueToken(admin, application, { days: 1 });
      await disableToken(admin, application, kept.id);
      const { id: other } = await createApplication(admin, { name: "Expired", type: "custom" });
      const expired = await issueToken(admin, other, { days: 1 }, new Date(Date.now() - 2 * DAY));
      return {
        none: undefined,
        empty: "Bearer ",
        basic: `Basic ${mine.application.token}`,
        malformed: "Bearer idaas_sat_x",
        doubled: `Bearer ${second.token} ${second.token}`,
        altered: `Bearer ${mine.application.token.slice(0, -1)}${mine.application.token.endsWith("0") ? "1" : "0"}`,
        unknown: `Bearer ${newTokenText()}`,
        disabled: `Bearer ${kept.token}`,
        deleted: `Bearer ${deleted}`,
        expired: `Bearer ${expired.token}`,
      };
    }

    /** Every path under /scim/v2, with ids that exist. */
    function paths(): string[] {
      return ROUTES.filter(({ pattern }) => pattern.startsWith("/scim/v2"))
        .map(({ pattern }) => pattern.slice("/scim/v2".length))
        .flatMap((path) => {
          const id = path.startsWith("/Groups") ? mine.team : mine.amy;
          if (!path.includes("[[")) return [path.replace("[id]", id)];
          const stem = path.replace(/\/\[\[.*$/, "");
          return [stem, `${stem}/whatever`];
        });
    }

    const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;
    const DISCOVERY = /^\/(Schemas|ResourceTypes|ServiceProviderConfig)/;

    test("is told nothing by any route and method, and changes nothing", async () => {
      const tokens = await badTokens();
      const before = [await mine.client.get("/Users"), await mine.client.get("/Groups?attributes=members")];
      const refusals = new Set<string>();
      for (const path of paths()) {
        for (const method of METHODS) {
          const answers: string[] = [];
          for (const [name, authorization] of Object.entries(tokens)) {
            const headers = authorization === undefined ? {} : { authorization };
            const body = ["POST", "PUT", "PATCH"].includes(method)
              ? { userName: "amy", displayName: "x" }
              : undefined;
            const answer = await sendWith(headers, method, path, body);
            const where = `${method} ${path} with the token "${name}"`;
            if (name === "none" && DISCOVERY.test(path) && answer.status < 405) continue;
            // Beside 401 there is what is said whoever asks: no such path, no such method.
            expect([401, 404, 405], where).toContain(answer.status);
            if (answer.status === 401) {
              const challenge = answer.headers.get("www-authenticate") ?? "";
              expect(challenge, where).toMatch(/^Bearer realm=/);
              expect(challenge.includes("error="), where).toBe(name !== "none");
            }
            if (name !== "none") answers.push(`${answer.status} ${answer.text}`);
            for (const id of [mine.amy, mine.team]) expect(answer.text, where).not.toContain(id);
          }
          expect(new Set(answers).size, `${method} ${path}`).toBe(1);
          for (const answer of answers) if (answer.startsWith("401")) refusals.add(`${method} ${path}`);
        }
      }
      expect(refusals).toContain(`PATCH /Users/${mine.amy}`);
      expect(refusals.size).toBeGreaterThan(20);
      const after = [await mine.client.get("/Users"), await mine.client.get("/Groups?attributes=members")];
      expect(after.map(({ body }) => body)).toEqual(before.map(({ body }) => body));
    });

    test("costs the same statements whether it is unknown, disabled or expired", async () => {
      const { unknown, disabled, expired } = await badTokensOnce();
      const db = await database();
      const costs: string[][] = [];
      for (const authorization of [unknown, disabled, expired]) {
        const statements = await statementsOf(db, () =>
          sendWith({ authorization: authorization ?? "" }, "GET", `/Users/${mine.amy}`),
        );
        costs.push(statements.map(({ text }) => text));
      }
      expect(costs[0]).toHaveLength(1);
      expect(costs[1]).toEqual(costs[0]);
      expect(costs[2]).toEqual(costs[0]);
    });

    /** A fresh instance, because application names are unique in one. */
    async function badTokensOnce() {
      const kept = mine;
      mine = await populated();
      const tokens = await badTokens();
      mine = kept;
      return tokens;
    }
  });
});
