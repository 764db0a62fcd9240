import { beforeAll, describe, expect, test } from "vitest";
import { testDatabases } from "./databases";
import { readyApplication } from "./ready-application";
import {
  BASE,
  expectError,
  ORIGIN,
  objectAt,
  onDatabase,
  type ScimClient,
  scimClient,
  send,
  textAt,
} from "./scim-client";

const ACCEPTED = [
  "application/scim+json",
  "application/json",
  "application/scim+json; charset=utf-8",
  "application/json;charset=UTF-8",
  'Application/SCIM+JSON ; CharSet="utf-8"',
  "application/json; charset=utf8; profile=x",
];

const REFUSED = [
  "text/plain",
  "text/json",
  "application/xml",
  "application/x-www-form-urlencoded",
  "multipart/form-data; boundary=x",
  "application/json-patch+json",
  "application/jsonx",
  "application/scim+json; charset=iso-8859-1",
  "application/json; charset=utf-16",
  "json",
];

const READABLE = [
  "application/scim+json",
  "application/json",
  "APPLICATION/JSON",
  "*/*",
  "application/*",
  "text/html, application/json;q=0.5",
  "application/scim+json;q=0, */*;q=0.1",
  "",
];

const UNREADABLE = ["text/html", "application/xml, text/*", "application/json;q=0", "*/*;q=0"];

describe.each(testDatabases())("on the $kind database", (given) => {
  onDatabase(given);
  let client: ScimClient;
  let token: string;
  let user: string;
  let group: string;
  beforeAll(async () => {
    ({ token } = await readyApplication());
    client = scimClient(token);
    user = await client.create("/Users", { userName: "standing" });
    group = await client.create("/Groups", { displayName: "Standing" });
  });

  const writes: ReadonlyArray<readonly [method: string, path: () => string, body: string]> = [
    ["POST", () => "/Users", '{"userName":"standing"}'],
    ["PUT", () => `/Users/${user}`, '{"userName":"standing"}'],
    ["PATCH", () => `/Users/${user}`, '{"Operations":[{"op":"add","path":"active","value":true}]}'],
    ["POST", () => "/Groups", '{"displayName":"Standing"}'],
    ["PUT", () => `/Groups/${group}`, '{"displayName":"Standing"}'],
    ["PATCH", () => `/Groups/${group}`, '{"Operations":[{"op":"remove","path":"externalId"}]}'],
  ];

  test.each(ACCEPTED)("a body of type %s is read, and answered as application/scim+json", async (type) => {
    for (const [method, path, body] of writes) {
      const answer = await client.request(method, path(), body, { "content-type": type });
      expect([200, 204], answer.text).toContain(answer.status);
      if (answer.status === 200) expect(answer.headers.get("content-type")).toBe("application/scim+json");
    }
  });

  test.each(REFUSED)("a body of type %s is 415", async (type) => {
    for (const [method, path, body] of writes) {
      const answer = await client.request(method, path(), body, { "content-type": type });
      expectError(answer, { status: 415, detail: "application/scim+json" });
    }
  });

  test("a body that is compressed is 415, not misread", async () => {
    const answer = await client.post("/Users", "{}", { "content-encoding": "gzip" });
    expectError(answer, { status: 415, detail: "gzip" });
  });

  test.each(READABLE)("Accept %j is answered", async (accept) => {
    const answer = await client.get(`/Users/${user}`, { accept });
    expect(answer).toMatchObject({ status: 200 });
    expect(answer.headers.get("content-type")).toBe("application/scim+json");
  });

  test.each(UNREADABLE)("Accept %j is 406, and nothing is changed", async (accept) => {
    for (const [method, path, body] of writes) {
      expectError(await client.request(method, path(), body, { accept }), { status: 406, detail: "Accept" });
    }
    expectError(await client.get("/Users", { accept }), { status: 406 });
    expectError(await client.delete(`/Users/${user}`, { accept }), { status: 406 });
    expect((await client.get(`/Users/${user}`)).status).toBe(200);
  });

  test.each([
    ["/Users", { userName: "made" }],
    ["/Groups", { displayName: "Made" }],
  ])("POST %s: 201 with Location, ETag and the whole resource", async (path, resource) => {
    const answer = await client.post(path, resource);
    expect(answer.status, answer.text).toBe(201);
    const location = `${BASE}${path}/${textAt(answer.body, "id")}`;
    expect(answer.headers.get("location")).toBe(location);
    expect(answer.headers.get("content-location")).toBeNull();
    expect(answer.headers.get("etag")).toBe('W/"1"');
    expect(answer.body).toMatchObject({ ...resource, meta: { location, version: 'W/"1"' } });
    expect((await client.get(location.slice(BASE.length))).body).toEqual(answer.body);
  });

  test("GET, PUT, PATCH of a user and GET, PUT of a group: 200 with ETag and Content-Location", async () => {
    const made = await client.create("/Users", { userName: "located" });
    const users = [
      await client.get(`/Users/${made}`),
      await client.put(`/Users/${made}`, { userName: "located", displayName: "Located" }),
      await client.patch(`/Users/${made}`, [{ op: "remove", path: "displayName" }]),
    ];
    const groups = [
      await client.get(`/Groups/${group}`),
      await client.put(`/Groups/${group}`, { displayName: "Standing" }),
    ];
    const versions = [...users, ...groups].map((answer) => {
      const meta = objectAt(answer.body, "meta");
      expect(answer.status).toBe(200);
      expect(answer.headers.get("location")).toBeNull();
      expect(answer.headers.get("content-location")).toBe(meta.location);
      expect(answer.headers.get("etag")).toBe(meta.version);
      return meta.version;
    });
    expect(versions.slice(0, 3)).toEqual(['W/"1"', 'W/"2"', 'W/"3"']);
  });

  test("PATCH of a group is 204 without a body, or 200 when attributes are asked for", async () => {
    const rename = [{ op: "replace", path: "displayName", value: "Standing" }];
    const silent = await client.patch(`/Groups/${group}`, rename);
    expect([silent.status, silent.text, silent.headers.get("content-type")]).toEqual([204, "", null]);
    const asked = await client.patch(`/Groups/${group}?attributes=displayName`, rename);
    expect(asked.status).toBe(200);
    expect(asked.body).toEqual({ schemas: expect.any(Array), id: group, displayName: "Standing" });
    expect(asked.headers.get("content-location")).toBe(`${BASE}/Groups/${group}`);
  });

  test.each(["/Users", "/Groups"])("DELETE below %s is 204 without a body, then 404", async (path) => {
    const id = await client.create(path, { userName: "gone", displayName: "Gone" });
    const answer = await client.delete(`${path}/${id}`);
    expect([answer.status, answer.text]).toEqual([204, ""]);
    for (const method of ["GET", "DELETE"]) {
      expectError(await client.request(method, `${path}/${id}`), { status: 404, detail: id });
    }
    expectError(await client.put(`${path}/${id}`, { userName: "gone", displayName: "Gone" }), {
      status: 404,
    });
    expectError(await client.patch(`${path}/${id}`, [{ op: "remove", path: "externalId" }]), { status: 404 });
  });

  test.each(["if-match", "if-unmodified-since"])(
    "a write that depends on %s is 501, and is not done",
    async (header) => {
      const condition = { [header]: 'W/"1"' };
      const patch = [{ op: "replace", path: "displayName", value: "Changed" }];
      for (const path of [`/Users/${user}`, `/Groups/${group}`]) {
        const before = await client.get(path);
        const body = { userName: "changed", displayName: "Changed" };
        expectError(await client.put(path, body, condition), { status: 501, detail: "If-Match" });
        expectError(await client.patch(path, patch, condition), { status: 501 });
        expectError(await client.delete(path, condition), { status: 501 });
        expect((await client.get(path)).body).toEqual(before.body);
      }
    },
  );

  test("locations are those by which the client came; forwarded headers are hearsay", async () => {
    const headers = {
      authorization: `Bearer ${token}`,
      host: "scim.example.com",
      "x-forwarded-host": "evil.example",
      "x-forwarded-proto": "gopher",
    };
    const answer = await send("GET", `/scim/v2/Users/${user}`, headers);
    const location = `http://scim.example.com/scim/v2/Users/${user}`;
    expect(answer.headers.get("content-location")).toBe(location);
    expect(objectAt(answer.body, "meta").location).toBe(location);
    const odd = await send("GET", `/scim/v2/Users/${user}`, { ...headers, host: "a b" });
    expect(odd.headers.get("content-location")).toBe(`${ORIGIN}/scim/v2/Users/${user}`);
  });

  test("no answer may be kept by a cache", async () => {
    const answers = [
      await client.get("/Users"),
      await client.get("/nothing"),
      await scimClient("x").get("/Users"),
    ];
    expect(answers.map(({ headers }) => headers.get("cache-control"))).toEqual(answers.map(() => "no-store"));
  });
});
