import { expect, test } from "vitest";
import { filterUserType } from "../filter/cases";
import type { JsonObject, JsonValue } from "../json";
import { parsePatch } from "./parse";

const parse = (body: JsonObject) => parsePatch(body, filterUserType);
const add = { op: "add", path: "displayName", value: "A" };

test.each<[string, JsonObject]>([
  ["without schemas", { Operations: [add] }],
  ["Operations in another case", { operations: [add] }],
  ["keys in another case", { Operations: [{ OP: "add", Path: "displayName", VALUE: "A" }] }],
  ["capitalised", { Operations: [{ ...add, op: "Add" }] }],
  ["1,000 operations", { Operations: Array(1000).fill(add) }],
])("%s", (_, body) => {
  expect(parse(body)[0]).toMatchObject({ op: "add", value: "A", path: { kind: "attribute" } });
});

test.each<[string, JsonValue, string]>([
  ["no Operations", null, "invalidSyntax"],
  ["Operations that are no list", {}, "invalidSyntax"],
  ["an empty list", [], "invalidSyntax"],
  ["an operation that is no object", ["add"], "invalidSyntax"],
  ["no op", [{ path: "displayName", value: "A" }], "invalidSyntax"],
  ["an unknown op", [{ ...add, op: "move" }], "invalidSyntax"],
  ["an op that is no text", [{ ...add, op: 1 }], "invalidSyntax"],
  ["remove without a path", [{ op: "remove" }], "noTarget"],
  ["remove without a path, with a value", [{ op: "remove", value: { displayName: "A" } }], "noTarget"],
  ["add without a value", [{ op: "add", path: "displayName" }], "invalidValue"],
  ["replace without a value", [{ op: "replace", path: "displayName" }], "invalidValue"],
  ["no path and a text", [{ op: "replace", value: "A" }], "invalidValue"],
  ["no path and a list", [{ op: "replace", value: [{ displayName: "A" }] }], "invalidValue"],
  ["a path that is no text", [{ ...add, path: 1 }], "invalidPath"],
  ["an unknown path", [{ ...add, path: "nosuch" }], "invalidPath"],
])("%s is refused", (_, operations, scimType) => {
  const body = operations === null ? {} : { Operations: operations };
  expect(() => parse(body)).toThrow(expect.objectContaining({ status: 400, scimType }));
});

test("1,001 operations are refused", () => {
  expect(() => parse({ Operations: Array(1001).fill(add) })).toThrow(
    expect.objectContaining({ status: 400 }),
  );
});
