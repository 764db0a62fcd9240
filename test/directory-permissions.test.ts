import { describe, expect, test } from "vitest";
import type { Scenario } from "@/lib/directory/applications/application";
import { setPermission } from "@/lib/directory/applications/set-permission";
import { disableApplication, enableApplication } from "@/lib/directory/applications/update-application";
import { deleteToken, disableToken, enableToken } from "@/lib/directory/tokens/change-token";
import { issueToken } from "@/lib/directory/tokens/issue-token";
import { testDatabases } from "./databases";
import { type Client, clientOf } from "./directory-client";
import { readyApplication } from "./ready-application";
import { type Answer, onDatabase } from "./scim-client";

const DAY = 86_400_000;

// So low that a test reaches it, so high that no other does: bursts of 200 for each application.
process.env.SCIM_RATE_LIMIT = "20";

/** Every route that asks for a scenario, and the one that it asks for. */
const ROUTES: ReadonlyArray<
  readonly [route: string, scenario: Scenario, call: (client: Client, ids: Ids) => Promise<Answer>]
> = [
  ["GET /Users", "user:read", (client) => client.get("/Users")],
  ["GET /Users/{id}", "user:read", (client, { user }) => client.get(`/Users/${user}`)],
  ["POST /Users", "user:manage", (client) => client.post("/Users", { userName: "amy" })],
  ["PUT /Users/{id}", "user:manage", (client, { user }) => client.put(`/Users/${user}`, { userName: "amy" })],
  ["PATCH /Users/{id}", "user:manage", (client, { user }) => client.patch(`/Users/${user}`, RENAME)],
  ["GET /Groups", "group:read", (client) => client.get("/Groups")],
  ["GET /Groups/{id}", "group:read", (client, { group }) => client.get(`/Groups/${group}`)],
  ["POST /Groups", "group:manage", (client) => client.post("/Groups", { displayName: "Team" })],
  [
    "PUT /Groups/{id}",
    "group:manage",
    (client, { group }) => client.put(`/Groups/${group}`, { displayName: "Team" }),
  ],
  ["PATCH /Groups/{id}", "group:manage", (client, { group }) => client.patch(`/Groups/${group}`, RENAME)],
  ["DELETE /Groups/{id}", "group:manage", (client, { group }) => client.delete(`/Groups/${group}`)],
  ["DELETE /Users/{id}", "user:manage", (client, { user }) => client.delete(`/Users/${user}`)],
];

const RENAME = { op: "replace", path: "displayName", value: "Team" };

interface Ids {
  readonly user: string;
  readonly group: string;
}

const NAMES: Record<Scenario, string> = {
  "user:read": '"Read accounts" (urn:idaas:scope:scim:user:read)',
  "user:manage": '"Manage accounts" (urn:idaas:scope:scim:user:manage)',
  "group:read": '"Read groups" (urn:idaas:scope:scim:group:read)',
  "group:manage": '"Manage groups" (urn:idaas:scope:scim:group:manage)',
};

const INCLUDED: Record<Scenario, readonly Scenario[]> = {
  "user:read": ["user:read"],
  "user:manage": ["user:read", "user:manage"],
  "group:read": ["group:read"],
  "group:manage": ["group:read", "group:manage"],
};

describe.each(testDatabases())("on the $kind database", (given) => {
  onDatabase(given);

  async function ready() {
    const application = await readyApplication();
    const client = clientOf(application);
    const ids = {
      user: await client.newAccount({ userName: "amy" }),
      group: await client.newGroup({ displayName: "Team" }),
    };
    return { ...application, client, ids };
  }

  test.each(["user:read", "user:manage", "group:read", "group:manage"] as const)(
    "with %s alone each route is open that it covers, and the others name the scenario they need",
    async (granted) => {
      const { admin, applicationId, client, ids } = await ready();
      await setPermission(admin, applicationId, { enabled: true, scenarios: [granted] });
      for (const [route, scenario, call] of ROUTES) {
        const { status, body } = await call(client, ids);
        if (INCLUDED[granted].includes(scenario)) {
          expect([200, 201, 204], route).toContain(status);
          continue;
        }
        expect(status, route).toBe(403);
        expect(body.detail, route).toMatch(/^permission_denied/);
        expect(body.detail, route).toContain(NAMES[scenario]);
      }
    },
  );

  test.each<[string, { disable?: boolean; apiOff?: boolean }, RegExp]>([
    ["disabled", { disable: true }, /^application_disabled/],
    ["disabled with its API off", { disable: true, apiOff: true }, /^application_disabled/],
    ["with its API off", { apiOff: true }, /^application_api_disabled/],
  ])("an application %s is refused on every route at once, and let in again", async (_, how, detail) => {
    const { admin, applicationId, client, ids } = await ready();
    if (how.disable) await disableApplication(admin, applicationId);
    if (how.apiOff) await setPermission(admin, applicationId, { enabled: false });
    for (const [route, , call] of ROUTES) {
      const { status, body } = await call(client, ids);
      expect(status, route).toBe(403);
      expect(body.detail, route).toMatch(detail);
    }
    await enableApplication(admin, applicationId);
    await setPermission(admin, applicationId, { enabled: true });
    for (const [route, , call] of ROUTES) expect((await call(client, ids)).status, route).toBeLessThan(300);
  });

  test("without any scenario, discovery answers and /Me is 501", async () => {
    const { admin, applicationId, client } = await ready();
    await setPermission(admin, applicationId, { enabled: true, scenarios: [] });
    for (const path of ["/Schemas", "/ResourceTypes", "/ServiceProviderConfig"]) {
      expect((await client.get(path)).status, path).toBe(200);
    }
    expect((await client.get("/Me")).status).toBe(501);
  });

  test("a token is refused by the request after its disabling, opens again, and is refused for good when deleted", async () => {
    const { admin, applicationId, tokenId, client } = await ready();
    const second = await issueToken(admin, applicationId, { days: 1 });
    expect((await client.get("/Users")).status).toBe(200);
    await disableToken(admin, applicationId, tokenId);
    expect((await client.get("/Users")).status).toBe(401);
    expect((await clientOf(second).get("/Users")).status).toBe(200);
    await enableToken(admin, applicationId, tokenId);
    expect((await client.get("/Users")).status).toBe(200);
    await disableToken(admin, applicationId, tokenId);
    await deleteToken(admin, applicationId, tokenId);
    expect((await client.get("/Users")).status).toBe(401);
  });

  test("a token is refused from the moment it expires, though it is enabled", async () => {
    const { admin, applicationId } = await ready();
    const left = 700;
    const made = new Date(Date.now() - DAY + left);
    const client = clientOf(await issueToken(admin, applicationId, { days: 1 }, made));
    const first = await client.get("/Users");
    if (Date.now() < made.getTime() + DAY) expect(first.status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, left + 50));
    expect((await client.get("/Users")).status).toBe(401);
  });

  test("an application that is too fast is told 429 and when to come again; another is not", async () => {
    const one = await ready();
    const two = clientOf(await readyApplication());
    const answers = await Promise.all(Array.from({ length: 300 }, () => one.client.get("/Me")));
    expect(answers.filter(({ status }) => status === 501).length).toBeGreaterThan(150);
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.body).toMatchObject({ status: "429" });
    expect(Number(refused?.headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
    expect((await two.get("/Users")).status).toBe(200);
  });
});
