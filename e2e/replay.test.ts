import { describe, expect, test } from "vitest";
import type { JsonValue } from "@/lib/scim/json";
import { fillValue, match } from "./exchanges/match";
import { loadSequence, type Sequence } from "./exchanges/sequence";
import { replay } from "./replay";

const matches = (expected: JsonValue, got: JsonValue | undefined, variables: Record<string, string> = {}) =>
  match(expected, got, "", new Map(Object.entries(variables)));

describe("an answer is compared with what the exchange expects", () => {
  test.each<[string, JsonValue, JsonValue | undefined]>([
    ["the keys that are expected, among others", { a: 1 }, { a: 1, b: 2 }],
    ["a variable in a text", { id: "user_{{n}}" }, { id: "user_7" }],
    ["a variable in a key", { "{{n}}": true }, { "7": true }],
    ["what is absent", { a: { $absent: true } }, {}],
    ["$ref, an attribute and no matcher", { $ref: "/Users/{{n}}" }, { $ref: "/Users/7", display: "Seven" }],
    ["elements in any order", { $unordered: [{ v: 2 }, { v: 1 }] }, [{ v: 1 }, { v: 2, w: 0 }]],
    ["another value", { $not: "6" }, "7"],
    ["a text by its form", { $matches: "^W/" }, 'W/"3"'],
    ["a number by its least", { $atLeast: 0 }, 0],
  ])("%s matches", (_, expected, got) => {
    matches(expected, got, { n: "7" });
  });

  test.each<[string, JsonValue, JsonValue | undefined, string]>([
    ["another value", { a: { b: 1 } }, { a: { b: 2 } }, "a.b: expected 1, got 2"],
    ["a missing value", { a: 1 }, {}, "a: expected 1, got nothing"],
    ["a value that must be absent", { a: { $absent: true } }, { a: null }, 'a: expected "nothing", got null'],
    ["an element too many", { a: [1] }, { a: [1, 2] }, "a: expected [1], got [1,2]"],
    ["an element that differs", [{ b: 1 }, { b: 1 }], [{ b: 1 }, { b: 3 }], "[1].b: expected 1, got 3"],
    ["one element for two", { $unordered: [1, 1] }, [1, 2], "body: expected [1,1], got [1,2]"],
    ["a captured value that is not there", { a: { $capture: "x" } }, {}, "got nothing"],
    ["the unwanted value", { $not: "{{n}}" }, "7", "body"],
    ["a text of another form", { $matches: "^W/" }, "3", "body"],
    ["too small a number", { $atLeast: 1 }, 0, "body"],
    ["an object for a text", "a", { a: 1 }, 'body: expected "a"'],
  ])("%s does not", (_, expected, got, message) => {
    expect(() => matches(expected, got, { n: "7" })).toThrow(message);
  });

  test("an element that does not match leaves no capture behind", () => {
    const variables = new Map<string, string>();
    match({ $unordered: [{ id: { $capture: "id" }, n: 2 }] }, [{ id: "b", n: 2 }], "", variables);
    expect(() =>
      match({ $unordered: [{ id: { $capture: "id" }, n: 3 }] }, [{ id: "c", n: 4 }], "", variables),
    ).toThrow();
    expect(variables.get("id")).toBe("b");
  });

  test("a variable without a value is named", () => {
    expect(() => fillValue({ a: ["{{missing}}"] }, new Map())).toThrow("{{missing}}");
  });
});

const sequence: Sequence = {
  provider: "okta",
  steps: [
    {
      file: "okta/01-create.json",
      source: "a test",
      step: "create",
      method: "POST",
      path: "Users",
      headers: { Authorization: "Bearer {{token}}", "Content-Type": "application/json" },
      body: { userName: "{{name}}" },
      expect: {
        status: 201,
        headers: { Location: "{{baseUrl}}/Users/{{id}}" },
        body: { id: { $capture: "id" } },
      },
      expectAgain: { status: 200, body: { id: { $capture: "id" } } },
      state: [{ path: "Users/{{id}}", body: { userName: "{{name}}" } }],
    },
  ],
};

const variables = { baseUrl: "http://scim.test/scim/v2", token: "secret", name: "ada" };

/** A server of one account. */
function fakeServer(answerWith: (created: boolean) => Record<string, string> = () => ({})) {
  const seen: string[] = [];
  let userName: unknown;
  const send = async (request: Request): Promise<Response> => {
    seen.push(`${request.method} ${new URL(request.url).pathname} ${request.headers.get("authorization")}`);
    const created = request.method === "POST" && userName === undefined;
    if (request.method === "POST") ({ userName } = await request.json());
    return Response.json(
      { id: "user_1", userName, ...answerWith(created) },
      {
        status: created ? 201 : 200,
        headers: { "Content-Type": "application/scim+json", Location: `${variables.baseUrl}/Users/user_1` },
      },
    );
  };
  return { seen, send };
}

describe("replay", () => {
  test("sends each step with its headers, checks answer and state, and gives the captured values", async () => {
    const { seen, send } = fakeServer();
    const first = await replay(sequence, send, { run: 1, variables });
    expect(first).toEqual({ ...variables, id: "user_1" });
    expect(seen).toEqual(["POST /scim/v2/Users Bearer secret", "GET /scim/v2/Users/user_1 Bearer secret"]);
    expect(await replay(sequence, send, { run: 2, variables })).toEqual(first);
  });

  test("a status that is not the expected one names step and run", async () => {
    const { send } = fakeServer();
    await expect(replay(sequence, send, { run: 2, variables })).rejects.toThrow(
      /^okta\/01-create\.json \(create\), run 2: expected status 200, got 201/,
    );
  });

  test("a state that is not the expected one names the request and the place", async () => {
    const { send } = fakeServer(() => ({ userName: "eve" }));
    await expect(replay(sequence, send, { run: 1, variables })).rejects.toThrow(
      'state 1, GET Users/user_1: userName: expected "ada", got "eve"',
    );
  });

  test("an answer that is not SCIM is refused", async () => {
    const html = async () =>
      new Response("<html>", { status: 201, headers: { "Content-Type": "text/html" } });
    await expect(replay(sequence, html, { run: 1, variables })).rejects.toThrow("Content-Type");
  });
});

describe.each(["okta", "entra"] as const)("the exchanges of %s", (provider) => {
  test("are read in order, and every step changes or checks something", async () => {
    const { steps } = await loadSequence(provider);
    expect(steps.length).toBeGreaterThan(20);
    for (const step of steps) {
      const checked = step.state.length > 0 || step.expect.body !== undefined;
      expect(checked, step.file).toBe(true);
      expect(step.method === "GET" || step.state.length > 0, step.file).toBe(true);
    }
  });
});
