import { once } from "node:events";
import { createServer } from "node:net";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { database } from "@/lib/db/client";
import { listRequests } from "@/lib/directory/logs/requests/list/list-requests";
import { readyUrl } from "@/server/listening";
import { postgresServer } from "@/test/databases";
import type { ReadyApplication } from "@/test/ready-application";
import { applicationIn, within } from "./prepared-home";
import {
  embeddedHome,
  freePort,
  type Home,
  homes,
  type Listening,
  start,
  startServer,
  until,
} from "./server-process";

const stoppable: Array<{ stop(): Promise<void> }> = [];

/** Stopped after the test, whatever becomes of it. */
function toStop<T extends { stop(): Promise<void> }>(server: T): T {
  stoppable.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(stoppable.splice(0).map((server) => server.stop()));
});

function scim(url: string, token: string, path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/scim+json" };
  return fetch(`${url}/scim/v2${path}`, { ...init, headers });
}

describe.each(homes())("dist/server.js on the $kind database", ({ kind, make, processes }) => {
  let home: Home;
  let application: ReadyApplication;
  let variables: Record<string, string>;

  beforeAll(async () => {
    home = await make();
    variables = { ...home.variables, WEB_CONCURRENCY: String(processes) };
    application = await applicationIn(home);
  });
  afterAll(() => home?.remove());

  test("says where it listens, answers SCIM, pages and health, and ends with 0 and its log written", async () => {
    const server = toStop(await startServer(variables));
    expect(server.out().trim().split("\n")).toEqual([`Open IDaaS listens on ${server.url}`]);
    const { token } = application;

    const created = await scim(server.url, token, "/Users", {
      method: "POST",
      body: JSON.stringify({ userName: "amy", emails: [{ value: "amy@example.com", type: "work" }] }),
    });
    expect(created.status).toBe(201);
    const account = await created.json();
    expect(account.meta.location).toBe(`${server.url}/scim/v2/Users/${account.id}`);
    const patched = await scim(server.url, token, `/Users/${account.id}`, {
      method: "PATCH",
      body: JSON.stringify({ Operations: [{ op: "replace", path: "active", value: false }] }),
    });
    expect([patched.status, (await patched.json()).active]).toEqual([200, false]);
    const found = await scim(server.url, token, `/Users?filter=${encodeURIComponent('userName eq "AMY"')}`);
    expect((await found.json()).totalResults).toBe(1);
    expect((await scim(server.url, `${token}x`, "/Users")).status).toBe(401);
    expect((await scim(server.url, token, "/Nothing")).headers.get("content-type")).toBe(
      "application/scim+json",
    );

    const page = await fetch(`${server.url}/`);
    expect(page.headers.get("content-type")).toMatch(/^text\/html/);
    expect(await page.text()).toContain("<html");
    const health = await fetch(`${server.url}/api/health`);
    expect([health.status, await health.json()]).toEqual([200, { status: "ok", database: kind }]);

    // Within the 200 ms that entries wait: what is logged now, the end must write.
    await scim(server.url, token, `/Users/${account.id}`, { method: "DELETE" });
    const asked = Date.now();
    server.signal("SIGTERM");
    expect(await server.ended).toBe(0);
    expect(Date.now() - asked).toBeLessThan(10_000);
    const entries = await within(home, () => listRequests(application.admin, { limit: 100 }));
    expect(entries.map(({ method, status }) => `${method} ${status}`).sort()).toEqual(
      ["POST 201", "PATCH 200", "GET 200", "DELETE 204"].sort(),
    );
    expect(entries[0]).toMatchObject({ address: "127.0.0.1", method: "DELETE" });
    expect(server.err()).not.toMatch(/"level":(50|60)/);
  });

  test("goes on with what a killed one has left", async () => {
    const first = toStop(await startServer({ ...variables, WEB_CONCURRENCY: "1" }));
    expect((await scim(first.url, application.token, "/Groups", POST_GROUP)).status).toBe(201);
    first.signal("SIGKILL");
    await first.ended;
    const second = toStop(await startServer(variables));
    expect((await scim(second.url, application.token, "/Groups", POST_GROUP)).status).toBe(200);
  });

  const POST_GROUP = { method: "POST", body: JSON.stringify({ displayName: "Kept" }) };

  test("finishes the requests that run when it is told to end", async () => {
    const server = toStop(await startServer(variables));
    const answers = Array.from({ length: 20 }, (_, index) =>
      scim(server.url, application.token, "/Users", {
        method: "POST",
        // Hashing makes it last.
        body: JSON.stringify({ userName: `running ${index}`, password: "Correct-horse-7" }),
      }).then(
        ({ status }) => status,
        () => "refused",
      ),
    );
    await Promise.race(answers);
    server.signal("SIGTERM");
    const outcomes = await Promise.all(answers);
    expect(await server.ended).toBe(0);
    expect(outcomes).toContain(201);
    for (const outcome of outcomes) expect([201, "refused"]).toContain(outcome);
  });
});

describe("dist/server.js does not start, and says why in one sentence,", () => {
  const refusedStart = async (variables: Record<string, string>) => {
    const server = start("dist/server.js", { HOST: "127.0.0.1", PORT: "0", ...variables });
    expect(await server.ended).toBe(1);
    expect(server.out()).toBe("");
    const lines = server.err().trim().split("\n");
    expect(lines).toHaveLength(1);
    return lines[0] ?? "";
  };

  let home: Home;

  beforeAll(async () => {
    home = await embeddedHome();
  });
  afterAll(() => home?.remove());

  test("when another one holds its data directory", async () => {
    const first = toStop(await startServer(home.variables));
    const said = await refusedStart(home.variables);
    expect(said).toContain(String(first.pid));
    expect(said).toContain(home.variables.DATA_DIR);
    expect((await fetch(`${first.url}/api/health`)).status).toBe(200);
  });

  test.each<[string, Record<string, string>]>([
    ["PORT", { PORT: "http" }],
    ["SCIM_RATE_LIMIT", { SCIM_RATE_LIMIT: "-1" }],
    ["DATABASE_URL", { DATABASE_URL: "mysql://root:hunter2@127.0.0.1/x" }],
    ["AUTH_SECRET", { DATABASE_URL: "postgresql://root:hunter2@127.0.0.1:5432/x" }],
    ["PUBLIC_URL", { PUBLIC_URL: "id.example.com" }],
  ])("when %s is wrong or missing, without repeating a secret", async (name, variables) => {
    const said = await refusedStart({ DATA_DIR: "/nonexistent/never-made", ...variables });
    expect(said).toContain(name);
    expect(said).not.toContain("hunter2");
  });

  test("when nothing answers at DATABASE_URL", async () => {
    const closed = await freePort();
    const said = await refusedStart({
      DATABASE_URL: `postgresql://root:hunter2@127.0.0.1:${closed}/x`,
      AUTH_SECRET: "x".repeat(32),
    });
    expect(said).toContain(`127.0.0.1:${closed}`);
    expect(said).not.toContain("hunter2");
  });

  test("when another program listens on its port", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const address = other.address();
    const port = typeof address === "object" ? String(address?.port) : "";
    expect(await refusedStart({ ...home.variables, PORT: port })).toContain(port);
    other.close();
  });
});

const [, postgres] = homes();

describe.runIf(postgres !== undefined)("several servers on one PostgreSQL database", () => {
  let home: Home;

  beforeAll(async () => {
    if (postgres) home = await postgres.make();
  });
  afterAll(() => home?.remove());

  test("start at once on an empty one, and its migrations are applied once", async () => {
    const variables = { ...home.variables, HOST: "127.0.0.1", PORT: "0", WEB_CONCURRENCY: "1" };
    const servers = Array.from({ length: 4 }, () => start("dist/server.js", variables));
    const urls = await Promise.all(servers.map((server) => until(server, () => readyUrl(server.out()))));
    for (const url of urls) expect((await fetch(`${url}/api/health`)).status).toBe(200);
    for (const server of servers) server.signal("SIGTERM");
    expect(await Promise.all(servers.map(({ ended }) => ended))).toEqual([0, 0, 0, 0]);
    const applied = await within(home, async () =>
      (await database()).query<{ name: string; count: number }>(
        "SELECT migration_name AS name, count(*)::int AS count FROM _prisma_migrations GROUP BY 1",
      ),
    );
    expect(applied.length).toBeGreaterThan(0);
    for (const { name, count } of applied) expect(count, name).toBe(1);
  });

  test("refuse a token that the idaas command has disabled beside them, with the very next request", async () => {
    const { applicationId, token, tokenId } = await applicationIn(home);
    const servers: Listening[] = [
      toStop(await startServer({ ...home.variables, WEB_CONCURRENCY: "1" })),
      toStop(await startServer({ ...home.variables, WEB_CONCURRENCY: "2" })),
    ];
    const statuses = () =>
      Promise.all(servers.map(async ({ url }) => (await scim(url, token, "/Users")).status));
    const idaas = async (...words: string[]) => {
      const command = start("dist/idaas.js", home.variables, [
        ...words,
        "--application",
        applicationId,
        "--json",
      ]);
      expect(await command.ended, command.err()).toBe(0);
      return JSON.parse(command.out());
    };
    expect(await statuses()).toEqual([200, 200]);
    await idaas("token", "create", "--days", "1");
    const disabled = await idaas("token", "disable", "--token", tokenId);
    expect(disabled).toEqual({ id: tokenId, status: "disabled" });
    expect(await statuses()).toEqual([401, 401]);
    await idaas("token", "enable", "--token", tokenId);
    expect(await statuses()).toEqual([200, 200]);
    await idaas("application", "disable");
    expect(await statuses()).toEqual([403, 403]);
  });

  test("answer 503 while the database is away, and recover by themselves", async () => {
    const { token } = await applicationIn(home);
    const server = toStop(await startServer({ ...home.variables, WEB_CONCURRENCY: "1" }));
    expect((await scim(server.url, token, "/Users")).status).toBe(200);
    const name = new URL(home.variables.DATABASE_URL ?? "").pathname.slice(1);
    const operator = new pg.Client({ connectionString: postgresServer });
    await operator.connect();
    try {
      await operator.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS FALSE`);
      await operator.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", [
        name,
      ]);
      const away = await scim(server.url, token, "/Users");
      expect(away.status).toBe(503);
      expect(away.headers.get("retry-after")).toMatch(/^\d+$/);
      expect(away.headers.get("content-type")).toBe("application/scim+json");
      expect((await fetch(`${server.url}/api/health`)).status).toBe(503);
      await operator.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS TRUE`);
      expect((await scim(server.url, token, "/Users")).status).toBe(200);
      expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
    } finally {
      await operator.end();
    }
  });
});
