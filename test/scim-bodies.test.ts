import { beforeAll, describe, expect, test } from "vitest";
import { testDatabases } from "./databases";
import { readyApplication } from "./ready-application";
import { type Body, expectError, idsOf, onDatabase, type ScimClient, scimClient } from "./scim-client";

const MIB = 1024 * 1024;

const nested = (depth: number) => `{"userName":"x","a":${"[".repeat(depth - 1)}${"]".repeat(depth - 1)}}`;

const HOSTILE: ReadonlyArray<readonly [name: string, body: Body, detail: RegExp]> = [
  ["no body", "", /no body/],
  ["white space", " \n", /no body/],
  ["an array", "[]", /not an object/],
  ["a text", '"userName"', /not an object/],
  ["null", "null", /not an object/],
  ["truncated JSON", '{"userName":"x"', /not valid JSON/],
  ["two objects", '{"userName":"x"}{}', /not valid JSON/],
  ["a single quote", "{'userName':'x'}", /not valid JSON/],
  ["a form", "userName=x", /not valid JSON/],
  ["invalid UTF-8", new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), /UTF-8/],
  ["an overlong NUL", new Uint8Array([0x7b, 0x22, 0xc0, 0x80, 0x22, 0x3a, 0x31, 0x7d]), /UTF-8/],
  ["__proto__", '{"userName":"x","__proto__":{"polluted":true}}', /__proto__/],
  ["__proto__ in escapes", '{"userName":"x","\\u005f_proto__":{"polluted":true}}', /__proto__/],
  ["__proto__ within", '{"userName":"x","name":{"__proto__":{"polluted":true}}}', /__proto__/],
  ["__proto__ within a list", '{"userName":"x","emails":[{"__proto__":{"polluted":true}}]}', /__proto__/],
  ["constructor", '{"userName":"x","constructor":{"prototype":{"polluted":true}}}', /constructor/],
  ["prototype", '{"userName":"x","prototype":{"polluted":true}}', /prototype/],
  ["nesting of 33", nested(33), /nested more than 32/],
  ["nesting of 100,000", nested(100_000), /nested|valid JSON/],
  ["a key twice", '{"userName":"x","userName":"y"}', /userName.*twice/],
  ["a key twice in another case", '{"userName":"x","USERNAME":"y"}', /USERNAME.*twice/],
  ["a key twice within", '{"userName":"x","name":{"a":1,"A":2}}', /twice/],
  ["a key twice, once in escapes", '{"userName":"x","user\\u004eame":"y"}', /twice/],
  ["NUL in a value", '{"userName":"a\\u0000b"}', /NUL/],
  ["NUL in a key", '{"userName":"x","a\\u0000":1}', /NUL/],
  ["a lone high surrogate", '{"userName":"a\\ud83d"}', /surrogate/],
  ["a lone low surrogate", '{"userName":"a\\ude00"}', /surrogate/],
];

/** A body without a length, in pieces, which counts what was taken of it. */
function chunked(bytes: number): { stream: ReadableStream<Uint8Array>; taken: () => number } {
  const piece = new TextEncoder().encode(" ".repeat(64 * 1024));
  let sent = 0;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent >= bytes) return controller.close();
      const size = Math.min(piece.length, bytes - sent);
      sent += size;
      controller.enqueue(piece.subarray(0, size));
    },
  });
  return { stream, taken: () => sent };
}

function padded(bytes: number): string {
  const empty = JSON.stringify({ userName: "padded", ignored: "" });
  return JSON.stringify({ userName: "padded", ignored: "x".repeat(bytes - empty.length) });
}

describe.each(testDatabases())("on the $kind database", (given) => {
  onDatabase(given);
  let client: ScimClient;
  let user: string;
  let group: string;
  beforeAll(async () => {
    client = scimClient((await readyApplication()).token);
    user = await client.create("/Users", { userName: "standing", displayName: "Standing" });
    group = await client.create("/Groups", { displayName: "Standing" });
  });

  const targets: ReadonlyArray<readonly [method: string, path: () => string]> = [
    ["POST", () => "/Users"],
    ["PUT", () => `/Users/${user}`],
    ["PATCH", () => `/Users/${user}`],
    ["POST", () => "/Groups"],
    ["PUT", () => `/Groups/${group}`],
    ["PATCH", () => `/Groups/${group}`],
  ];

  test.each(HOSTILE)(
    "%s is 400 invalidSyntax everywhere, and nothing comes of it",
    async (_, body, detail) => {
      for (const [method, path] of targets) {
        expectError(await client.request(method, path(), body), {
          status: 400,
          scimType: "invalidSyntax",
          detail,
        });
      }
      expect("polluted" in {}).toBe(false);
      expect("polluted" in Object).toBe(false);
      expect(Object.keys(Object.prototype)).toEqual([]);
    },
  );

  test("after all of them the directory holds what it held before", async () => {
    expect(idsOf(await client.get("/Users"))).toEqual([user]);
    expect(idsOf(await client.get("/Groups"))).toEqual([group]);
    const { body } = await client.get(`/Users/${user}`);
    expect(body).toMatchObject({ userName: "standing", displayName: "Standing", meta: { version: 'W/"1"' } });
  });

  test("a request without any body at all is 400 invalidSyntax", async () => {
    for (const [method, path] of targets) {
      const answer = await client.request(method, path());
      expectError(answer, { status: 400, scimType: "invalidSyntax", detail: /no body/ });
    }
  });

  test("nesting of 32, a byte order mark and paired surrogates are fine", async () => {
    expect((await client.put(`/Users/${user}`, nested(32))).status).toBe(200);
    const marked = await client.put(`/Users/${user}`, `\ufeff{"userName":"standing"}`);
    expect(marked.status, marked.text).toBe(200);
    const paired = await client.put(
      `/Users/${user}`,
      '{"userName":"standing","displayName":"\\ud83d\\ude00"}',
    );
    expect(paired.body.displayName).toBe("😀");
  });

  test("the keys that are refused as keys are welcome as values", async () => {
    const values = { userName: "constructor", displayName: "__proto__", externalId: "prototype" };
    const answer = await client.post("/Users", values);
    expect(answer.status, answer.text).toBe(201);
    expect(answer.body).toMatchObject(values);
  });

  test("a body of 1 MiB is taken, one byte more is 413, however it is sent", async () => {
    const whole = await client.post("/Users", padded(MIB));
    expect(whole.status, whole.text).toBe(201);
    const more = padded(MIB + 1);
    expectError(await client.post("/Users", more), { status: 413, detail: /1 MiB/ });
    const declared = { "content-length": String(MIB + 1) };
    expectError(await client.post("/Users", more, declared), { status: 413, detail: /1 MiB/ });
    const { stream } = chunked(MIB + 1);
    expectError(await client.post("/Users", stream), { status: 413, detail: /1 MiB/ });
  });

  test("of a body without a length and without an end no more is read than the limit needs", async () => {
    const { stream, taken } = chunked(64 * MIB);
    expectError(await client.post("/Users", stream), { status: 413 });
    expect(taken()).toBeLessThan(2 * MIB);
  });
});
