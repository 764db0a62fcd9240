import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isJsonObject, type JsonValue } from "@/lib/scim/json";
import { LOGGED_BODY_BYTES, redactedBody, unreadableBodyNote } from "./redact";

const NAMESPACE = "urn:ietf:params:scim:schemas:extension:customfield:2.0:User";
const CORE = "urn:ietf:params:scim:schemas:core:2.0:User";
const ENCRYPTED: ReadonlySet<string> = new Set([`${NAMESPACE}:ssn`.toLowerCase()]);

function redacted(body: JsonValue): string {
  return redactedBody(body, ENCRYPTED) ?? "";
}

/** Every place where the protocol lets a secret stand. */
const PLACES: readonly (readonly [string, (secret: JsonValue) => JsonValue])[] = [
  ["password", (secret) => ({ userName: "u", password: secret })],
  ["password in another case", (secret) => ({ PassWord: secret })],
  ["password with spaces around its name", (secret) => ({ " password ": secret })],
  ["password qualified by its URN", (secret) => ({ [`${CORE}:password`]: secret })],
  ["password under the core schema's URN", (secret) => ({ [CORE]: { password: secret } })],
  ["token", (secret) => ({ token: secret })],
  ["secret", (secret) => ({ secret })],
  ["client_secret", (secret) => ({ client_secret: secret })],
  ["access_token", (secret) => ({ access_token: secret })],
  ["a field under its namespace", (secret) => ({ [NAMESPACE]: { ssn: secret } })],
  [
    "a field under its namespace in another case",
    (secret) => ({ [NAMESPACE.toUpperCase()]: { SSN: secret } }),
  ],
  ["a field under a namespace that is set wrong", (secret) => ({ "urn:x:2.0:User": { ssn: secret } })],
  ["NAMESPACE:key", (secret) => ({ [`${NAMESPACE}:ssn`]: secret })],
  ["NAMESPACE.key", (secret) => ({ [`${NAMESPACE}.ssn`]: secret })],
  ["PATCH with the path password", (value) => patch({ op: "replace", path: "password", value })],
  [
    "PATCH with the path in another case",
    (value) => patch({ Op: "Replace", Path: " PASSWORD ", Value: value }),
  ],
  ["PATCH with a qualified path", (value) => patch({ op: "add", path: `${CORE}:password`, value })],
  ["PATCH with the path NAMESPACE:key", (value) => patch({ op: "add", path: `${NAMESPACE}:ssn`, value })],
  ["PATCH with the path key", (value) => patch({ op: "add", path: "ssn", value })],
  [
    "PATCH with the path NAMESPACE",
    (secret) => patch({ op: "add", path: NAMESPACE, value: { ssn: secret } }),
  ],
  ["PATCH of nothing but a value", (secret) => patch({ op: "add", value: { password: secret } })],
  [
    "PATCH with the key in the value",
    (secret) => patch({ op: "add", value: { [`${NAMESPACE}:ssn`]: secret } }),
  ],
  ["PATCH with the namespace in the value", (s) => patch({ op: "add", value: { [NAMESPACE]: { ssn: s } } })],
  ["PATCH with a dotted key", (secret) => patch({ op: "add", value: { "password.value": secret } })],
  ["a list of resources", (secret) => ({ Resources: [{ id: "1" }, { id: "2", password: secret }] })],
  [
    "a bulk operation",
    (secret) => ({ Operations: [{ method: "POST", path: "/Users", data: { password: secret } }] }),
  ],
  ["an array at the top", (secret) => [{ password: secret }]],
];

function patch(operation: JsonValue): JsonValue {
  return { schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], Operations: [operation] };
}

describe("a secret never reaches the log", () => {
  test.each(PLACES)("%s", (_place, plant) => {
    const text = redacted(plant("Tr0ub4dor&3"));
    expect(text).not.toContain("Tr0ub4dor");
    expect(text).toContain("[removed]");
  });

  test("whatever it is, and however deep it is planted", () => {
    const marker = "zQ7-marker";
    const secret = fc.oneof(
      fc.constant(marker),
      fc.constant([marker]),
      fc.constant({ value: marker }),
      fc.constant([{ deep: [{ value: marker }] }]),
    );
    const place = fc.constantFrom(...PLACES.map(([, plant]) => plant));
    const depth = fc.array(fc.constantFrom("list", "object", "resource"), { maxLength: 5 });
    fc.assert(
      fc.property(secret, place, depth, fc.jsonValue(), (planted, plant, path, beside) => {
        const body = path.reduce<JsonValue>(
          (inner, step) => wrapped(inner, step, plain(beside)),
          plant(planted),
        );
        expect(redacted(body)).not.toContain(marker);
      }),
    );
  });

  test.each([
    ["a filter on it in a search", { filter: 'password eq "hunter2"' }],
    ["a value path on it", patch({ op: "remove", path: 'password[value eq "hunter2"]' })],
    [
      "a string as the value of an operation without a path",
      patch({ op: "add", value: '{"password":"hunter2"}' }),
    ],
    ["a token in any text", { displayName: "idaas_sat_hunter2" }],
  ])("%s", (_place, body) => {
    expect(redacted(body)).not.toContain("hunter2");
  });
});

function wrapped(inner: JsonValue, step: string, beside: JsonValue): JsonValue {
  if (step === "list") return [beside, inner];
  if (step === "object") return { a: beside, b: inner };
  return { Resources: [inner], name: { givenName: beside } };
}

function plain(value: unknown): JsonValue {
  return JSON.parse(JSON.stringify(value));
}

describe("what is no secret stays as it was sent", () => {
  test.each<[JsonValue]>([
    [{ userName: "u", name: { givenName: "T" }, emails: [{ value: "a@b.c", type: "work" }], active: true }],
    [patch({ op: "replace", path: 'emails[type eq "work"].value', value: "a@b.c" })],
    [patch({ op: "replace", value: { active: false, [NAMESPACE]: { department: "x" } } })],
    [{ attributes: ["password"], filter: 'userName eq "u"', ssnLike: 1, title: null }],
    [{ detail: "The password needs a digit.", status: "400" }],
  ])("%j", (body) => {
    expect(redacted(body)).toBe(JSON.stringify(body));
  });

  test("a key named __proto__ stays a key", () => {
    const body: JsonValue = JSON.parse('{"__proto__":{"password":"hunter2"}}');
    expect(redacted(body)).toBe('{"__proto__":{"password":"[removed]"}}');
  });
});

test("a body over 64 KiB is logged as a note with its size, one of just 64 KiB as it is", () => {
  const frame = JSON.stringify({ userName: "" }).length;
  const fits = { userName: "x".repeat(LOGGED_BODY_BYTES - frame) };
  expect(redacted(fits)).toBe(JSON.stringify(fits));
  const note: unknown = JSON.parse(redacted({ userName: `${fits.userName}x` }));
  expect(isJsonObject(note) && note.note).toContain(String(LOGGED_BODY_BYTES + 1));
});

test("no body is no text; a body that is not JSON is nothing but its size", () => {
  expect(redactedBody(undefined, ENCRYPTED)).toBeUndefined();
  expect(unreadableBodyNote(17)).toBe('{"note":"A body of 17 bytes that is not JSON."}');
});
