import fc from "fast-check";
import { expect, test } from "vitest";
import { filterAccounts, filterUserType } from "../filter/cases";
import type { JsonObject, JsonValue } from "../json";
import { applyPatch } from "./apply";
import { patchCases } from "./cases";
import { parsePatch } from "./parse";

function patch(before: JsonObject, operations: readonly JsonObject[]) {
  return applyPatch(before, parsePatch({ Operations: operations }, filterUserType), filterUserType);
}

function frozen<T extends JsonValue>(value: T): T {
  if (typeof value === "object" && value !== null) Object.values(value).forEach(frozen);
  return Object.freeze(value);
}

test("the table is as long as promised, and no name stands twice", () => {
  expect(patchCases.length).toBeGreaterThanOrEqual(80);
  expect(new Set(patchCases.map(({ name }) => name)).size).toBe(patchCases.length);
});

test.each(patchCases)("$name", ({ before, operations, after, error, ignored }) => {
  const run = () => patch(frozen(structuredClone(before)), operations);
  if (error !== undefined) return expect(run).toThrow(expect.objectContaining({ ...error }));
  const patched = run();
  expect(patched.resource).toEqual(after);
  expect([...new Set(patched.ignored)]).toEqual(ignored);
});

test.each(filterAccounts.map((account) => [account.id, account] as const))(
  "replacing what %s has by itself changes nothing",
  (_, account) => {
    const { schemas: _schemas, ...written } = account;
    expect(patch(account, [{ op: "replace", value: written }])).toEqual({ resource: account, ignored: [] });
  },
);

const names = [
  "displayName",
  "active",
  "emails",
  'emails[type eq "work"].value',
  "password",
  "userName",
  "title",
];
const values = fc.oneof(
  fc.constantFrom<JsonValue>(null, "", true, "False", 1, [], {}, [
    { value: "a", type: "work", primary: true },
  ]),
  fc.string(),
  fc.jsonValue().map((value): JsonValue => JSON.parse(JSON.stringify(value))),
);
const operation = fc.record({
  op: fc.constantFrom("add", "Replace", "remove"),
  path: fc.constantFrom(...names),
  value: values,
});

test("whatever is sent: the input is not touched, nothing is polluted, and an error is a ScimError", () => {
  const before = frozen(structuredClone(patchCases[0]?.before ?? {}));
  fc.assert(
    fc.property(fc.array(operation, { minLength: 1, maxLength: 4 }), (operations) => {
      try {
        patch(before, operations);
      } catch (error) {
        expect(error).toMatchObject({ name: "ScimError", status: 400 });
      }
      expect(Object.keys(Object.prototype)).toEqual([]);
    }),
  );
});

test.each(["__proto__", "constructor", "prototype"])("the key %s without a path pollutes nothing", (key) => {
  const value: JsonObject = JSON.parse(`{"${key}":{"polluted":true}}`);
  expect(patch({ id: "user_a", userName: "ada" }, [{ op: "add", value }]).resource).toEqual({
    id: "user_a",
    userName: "ada",
  });
  expect({}).not.toHaveProperty("polluted");
});
