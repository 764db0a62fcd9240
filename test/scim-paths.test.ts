import { beforeAll, describe, expect, test } from "vitest";
import type { JsonObject } from "@/lib/scim/json";
import { ROUTES } from "@/server/routes";
import { testDatabases } from "./databases";
import { readyApplication } from "./ready-application";
import { BASE, expectError, onDatabase, type ScimClient, scimClient, send } from "./scim-client";

const BODIES: Readonly<Record<string, JsonObject>> = {
  POST: { userName: "someone", displayName: "Someone" },
  PUT: { userName: "someone", displayName: "Someone" },
  PATCH: { Operations: [{ op: "replace", path: "displayName", value: "Someone" }] },
};

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"] as const;

const COLLECTION = "GET, HEAD, POST";
const RESOURCE = "GET, HEAD, PUT, PATCH, DELETE";
const READ = "GET, HEAD";

/** protocol.md, "Endpoints": the verbs of each path, as `Allow` lists them; an example of each pattern. */
const ALLOWED: Readonly<Record<string, readonly [example: string, allow: string]>> = {
  "/scim/v2/Users": ["/Users", COLLECTION],
  "/scim/v2/Users/[id]": ["/Users/user_x", RESOURCE],
  "/scim/v2/Users/.search": ["/Users/.search", "POST"],
  "/scim/v2/Groups": ["/Groups", COLLECTION],
  "/scim/v2/Groups/[id]": ["/Groups/group_x", RESOURCE],
  "/scim/v2/Groups/.search": ["/Groups/.search", "POST"],
  "/scim/v2/.search": ["/.search", "POST"],
  "/scim/v2/Bulk": ["/Bulk", "POST"],
  "/scim/v2/ServiceProviderConfig": ["/ServiceProviderConfig", READ],
  "/scim/v2/ResourceTypes/[[...id]]": ["/ResourceTypes/User", READ],
  "/scim/v2/Schemas/[[...id]]": ["/Schemas/urn:ietf:params:scim:schemas:core:2.0:User", READ],
};

/** The routes that say the same to every verb. */
const REFUSING: readonly string[] = ["/scim/v2/Me", "/scim/v2/[[...path]]", "/scim/[[...path]]"];

const refusals = Object.entries(ALLOWED).flatMap(([pattern, [path, allow]]) =>
  METHODS.filter((method) => !allow.split(", ").includes(method)).map((method) => ({
    pattern,
    path,
    method,
    allow,
  })),
);

const answers = Object.values(ALLOWED).flatMap(([path, allow]) =>
  allow.split(", ").map((method) => ({ path, method })),
);

test("every route below /scim stands in the tables", () => {
  const patterns = ROUTES.map(({ pattern }) => pattern).filter((pattern) => pattern.startsWith("/scim"));
  expect([...Object.keys(ALLOWED), ...REFUSING].sort()).toEqual([...patterns].sort());
});

describe.each(testDatabases())("on the $kind database", (given) => {
  onDatabase(given);
  let client: ScimClient;
  const stranger = scimClient(undefined);
  const forger = scimClient("idaas_sat_nobody");
  beforeAll(async () => {
    client = scimClient((await readyApplication()).token);
  });

  test.each(refusals)("$method $path is a SCIM 405 with Allow: $allow", async ({ method, path, allow }) => {
    const answer = await client.request(method, path);
    expect(answer.headers.get("allow")).toBe(allow);
    if (method === "HEAD") {
      expect(answer).toMatchObject({ status: 405, text: "" });
      return;
    }
    expectError(answer, { status: 405, detail: allow });
  });

  test.each(answers)("$method $path is answered by the path itself", async ({ method, path }) => {
    const answer = await client.request(method, path, BODIES[method]);
    expect(answer.status).not.toBe(405);
    expect(answer.headers.get("allow")).toBeNull();
    expect(answer.headers.get("content-type")).toBe("application/scim+json");
    if (method === "HEAD") expect(answer.text).toBe("");
  });

  test.each([
    "",
    "/",
    "/users",
    "/Users/",
    "/User",
    "/Users/user_x/groups",
    "/Groups//members",
    "/Users/%2e%2e",
    "/Users/a%2Fb",
    "/Users/a%00b",
    "/ResourceTypes/User/more",
    "/Schemas/urn:nothing",
    "/index.html",
    "/Users.json",
  ])("%j is a SCIM 404 or the path it says, never HTML", async (path) => {
    const answer = await client.get(path);
    // One slash at the end counts as none.
    if (path === "/Users/") {
      expect(answer.status).toBe(200);
      return;
    }
    expectError(answer, { status: 404 });
  });

  test.each(METHODS)("%s on a path that nothing answers is a SCIM 404", async (method) => {
    const answer = await client.request(method, "/Devices");
    if (method === "HEAD") expect(answer).toMatchObject({ status: 404, text: "" });
    else expectError(answer, { status: 404, detail: /No such path/ });
  });

  test.each(["/scim/v1/Users", "/scim/v1", "/scim/v3/Groups/x", "/scim", "/scim/V2/Users", "/scim/Users"])(
    "%s is another version: 400 invalidVers",
    async (path) => {
      for (const method of ["GET", "POST", "DELETE"]) {
        expectError(await send(method, path), { status: 400, scimType: "invalidVers", detail: "/scim/v2" });
      }
    },
  );

  test.each(METHODS)("%s /Me: 501 with a good token, 401 with a bad one or none", async (method) => {
    const [known, unknown, nobody] = await Promise.all(
      [client, forger, stranger].map((who) => who.request(method, "/Me")),
    );
    expect([known?.status, unknown?.status, nobody?.status]).toEqual([501, 401, 401]);
    if (known && method !== "HEAD") expectError(known, { status: 501, detail: "/Me" });
  });

  test.each(["/Bulk", "/.search", "/Users/.search", "/Groups/.search"])(
    "POST %s: 501 with a good token, 401 with a bad one or none",
    async (path) => {
      expectError(await client.post(path, {}), { status: 501, detail: /not supported yet/ });
      expectError(await forger.post(path, {}), { status: 401 });
      expectError(await stranger.post(path, {}), { status: 401 });
    },
  );

  test("HEAD has the status and headers of GET, and no body", async () => {
    const id = await client.create("/Users", { userName: "head" });
    for (const path of ["/Users", `/Users/${id}`, "/Groups", "/Schemas", "/ServiceProviderConfig"]) {
      const [get, head] = [await client.get(path), await client.request("HEAD", path)];
      expect(head.text).toBe("");
      expect(head.status).toBe(get.status);
      expect([...head.headers]).toEqual([...get.headers]);
    }
    expect((await client.request("HEAD", `/Users/${id}`)).headers.get("content-location")).toBe(
      `${BASE}/Users/${id}`,
    );
  });
});
