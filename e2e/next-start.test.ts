import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ReadyApplication } from "@/test/ready-application";
import { applicationIn } from "./prepared-home";
import {
  freePort,
  type Home,
  homes,
  type Listening,
  listening,
  start,
  startServer,
  until,
  type Variables,
} from "./server-process";

interface Call {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const NO_TOKEN = { authorization: "" };

/** Calls that have the same answer whenever they are made: what exists, what does not, and what is refused. */
function calls(account: string, group: string): readonly Call[] {
  const get = (path: string, headers: Call["headers"] = {}): Call => ({ method: "GET", path, headers });
  return [
    get("/Users"),
    get(`/Users/${account}`),
    get(`/Users/${account}?attributes=userName`),
    get(`/Users?filter=${encodeURIComponent('userName eq "AMY" and active eq true')}`),
    get("/Users?filter=userName%20zz%201"),
    get("/Users?count=0&startIndex=-1"),
    get("/Users/"),
    get(`/Users/${account}/`),
    get("/Groups?attributes=members"),
    get(`/Groups/${group}`),
    get("/Schemas"),
    get("/Schemas/urn:ietf:params:scim:schemas:core:2.0:User"),
    get("/Schemas/urn%3Aietf%3Aparams%3Ascim%3Aschemas%3Acore%3A2.0%3AUser"),
    get("/Schemas/nothing"),
    get("/ResourceTypes"),
    get("/ResourceTypes/User"),
    get("/ServiceProviderConfig"),
    get("/ServiceProviderConfig", NO_TOKEN),
    get("/ServiceProviderConfig?filter=a"),
    get("/ServiceProviderConfig/more"),
    get("/Me"),
    get("/Users/unknown"),
    get("/Users/un%20known"),
    get("/Users/a/b"),
    get("/users"),
    get("/Nothing"),
    get(""),
    get("/../v1/Users"),
    get("/Users", NO_TOKEN),
    get("/Users", { authorization: "Bearer wrong" }),
    get("/Users", { accept: "text/html" }),
    { method: "HEAD", path: "/Users" },
    { method: "HEAD", path: `/Users/${account}` },
    { method: "HEAD", path: "/Users/unknown" },
    { method: "HEAD", path: "/Nothing" },
    { method: "OPTIONS", path: "/Users" },
    { method: "DELETE", path: "/Users" },
    { method: "PUT", path: "/Groups" },
    { method: "POST", path: `/Users/${account}`, body: {} },
    { method: "POST", path: "/Schemas", body: {} },
    { method: "POST", path: "/Bulk", body: {} },
    { method: "POST", path: "/Users/.search", body: {} },
    { method: "GET", path: "/Users/.search" },
    { method: "POST", path: "/.search", body: {} },
    { method: "POST", path: "/Users", body: { userName: "amy" } },
    { method: "POST", path: "/Users", body: { userName: "" } },
    { method: "POST", path: "/Users", body: [] },
    { method: "POST", path: "/Users", body: { userName: "amy" }, headers: { "content-type": "text/plain" } },
    { method: "PUT", path: `/Users/${account}`, body: { userName: "amy", displayName: "Amy" } },
    { method: "PATCH", path: `/Users/${account}`, body: { Operations: [{ op: "x" }] } },
    {
      method: "PATCH",
      path: `/Users/${account}`,
      body: { Operations: [{ op: "replace", path: "displayName", value: "Amy" }] },
    },
    {
      method: "PATCH",
      path: `/Groups/${group}`,
      body: { Operations: [{ op: "add", path: "members", value: [{ value: account }] }] },
    },
    { method: "DELETE", path: "/Groups/unknown" },
  ];
}

const COMPARED = [
  "content-type",
  "etag",
  "location",
  "content-location",
  "allow",
  "www-authenticate",
  "cache-control",
  "retry-after",
] as const;

/** What a client sees of an answer, without the origin, which differs. */
async function seen(
  server: Listening,
  token: string,
  { method, path, body, headers }: Call,
): Promise<string> {
  const sent = { authorization: `Bearer ${token}`, "content-type": "application/scim+json", ...headers };
  const given = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== ""));
  const init = { method, headers: given, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  const answer = await fetch(`${server.url}/scim/v2${path}`, init);
  const shown = COMPARED.map((name) => `${name}: ${answer.headers.get(name)}`);
  return [answer.status, ...shown, await answer.text()].join("\n").replaceAll(server.url, "ORIGIN");
}

async function startNext(variables: Variables): Promise<Listening> {
  const port = String(await freePort());
  const url = `http://127.0.0.1:${port}`;
  const args = ["start", "-H", "127.0.0.1", "-p", port];
  const server = start("node_modules/next/dist/bin/next", variables, args);
  await until(server, async () => {
    const health = await fetch(`${url}/api/health`).catch(() => undefined);
    return health?.status === 200 ? true : undefined;
  });
  return listening(server, url);
}

describe("next start alone", () => {
  let home: Home;
  let application: ReadyApplication;

  beforeAll(async () => {
    const [embedded, postgres] = homes();
    const made = await (postgres ?? embedded)?.make();
    if (!made) throw new Error("There is no database.");
    home = made;
    application = await applicationIn(home);
  });
  afterAll(() => home?.remove());

  test("answers every call under /scim/v2 as dist/server.js does", async () => {
    const { token } = application;
    const create = async (server: Listening, path: string, body: unknown): Promise<string> => {
      const text = await seen(server, token, { method: "POST", path, body });
      const { id } = JSON.parse(text.split("\n").at(-1) ?? "");
      return id;
    };
    const answers = async (server: Listening): Promise<Record<string, string>> => {
      try {
        const account = await create(server, "/Users", { userName: "amy", displayName: "Amy" });
        const group = await create(server, "/Groups", { displayName: "Team", members: [{ value: account }] });
        const entries: [string, string][] = [];
        for (const [index, call] of calls(account, group).entries()) {
          entries.push([`${index} ${call.method} ${call.path}`, await seen(server, token, call)]);
        }
        return Object.fromEntries(entries);
      } finally {
        await server.stop();
      }
    };
    // One after the other: the embedded database has room for one.
    const ours = await answers(await startServer({ ...home.variables, WEB_CONCURRENCY: "1" }));
    const nexts = await answers(await startNext(home.variables));
    expect(nexts).toEqual(ours);
    const statuses = new Set(Object.values(ours).map((answer) => answer.split("\n")[0]));
    expect([...statuses].sort()).toEqual(expect.arrayContaining(["200", "204", "400", "401", "404", "405"]));
    for (const [call, answer] of Object.entries(ours)) expect(answer, call).not.toContain("<html");
  });
});
