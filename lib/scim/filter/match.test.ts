import { describe, expect, test } from "vitest";
import type { JsonObject } from "../json";
import { filterAccounts, filterCases, filterUserType } from "./cases";
import { elementMatches, matches } from "./match";
import { parseElementFilter, parseFilter } from "./parse";

function selected(filter: string, resources: readonly JsonObject[]): readonly unknown[] {
  const parsed = parseFilter(filter, filterUserType, { sensitive: 403 });
  return resources.filter((resource) => matches(parsed, resource)).map((resource) => resource.id);
}

test("the table has at least 100 cases, and no filter twice", () => {
  const filters = filterCases.map(({ filter }) => filter);
  expect(filters.length).toBeGreaterThanOrEqual(100);
  expect(new Set(filters).size).toBe(filters.length);
});

test.each(filterCases)("$filter", ({ filter, ids }) => {
  expect(selected(filter, filterAccounts)).toEqual(ids);
});

describe("several elements", () => {
  const both: JsonObject = {
    id: "both",
    emails: [
      { value: "x@work.example", type: "work", primary: false },
      { value: "x@home.example", type: "home" },
    ],
  };

  test.each([
    ['emails[type eq "work" and value co "home"]', false],
    ['emails.type eq "work" and emails.value co "home"', true],
    ['emails ne "x@home.example"', false],
    ['emails ne "y@home.example"', true],
    ['emails[value ne "x@home.example"]', true],
    ['emails[type eq "home"].value ne "x@home.example"', false],
    ['emails[type eq "other"].value ne "x@home.example"', true],
    ["emails.primary eq null", false],
    ["emails[primary eq null]", true],
    ['emails[primary eq null and type eq "work"]', false],
  ])("%s is %j", (filter, expected) => {
    expect(selected(filter, [both])).toEqual(expected ? ["both"] : []);
  });
});

test.each([
  [{ id: "1", emails: null }],
  [{ id: "1", emails: [] }],
  [{ id: "1", emails: [null] }],
  [{ id: "1", emails: [{ value: null }] }],
  [{ id: "1" }],
])("%j has no emails", (resource: JsonObject) => {
  expect(selected("emails pr", [resource])).toEqual([]);
  expect(selected("emails eq null", [resource])).toEqual(["1"]);
  expect(selected('emails ne "x"', [resource])).toEqual(["1"]);
});

test("an empty string is a value", () => {
  expect(selected("displayName pr", [{ id: "1", displayName: "" }])).toEqual(["1"]);
});

test("an attribute that a resource inherits from Object is absent", () => {
  expect(selected("constructor pr", filterAccounts)).toEqual([]);
  expect(selected("toString pr or emails.constructor pr", [{ id: "1", emails: [{}] }])).toEqual([]);
});

test.each([
  ["emails", 'type eq "work" and not (primary eq true)', { type: "work" }, true],
  ["emails", 'type eq "work"', { type: "home" }, false],
  ["emails", "type pr", "not an object", false],
  ["nosuch", "type pr", { type: "work" }, false],
] as const)("%s[%s] on %j is %j", (outer, filter, element, expected) => {
  expect(elementMatches(parseElementFilter(filter, outer, filterUserType), element)).toBe(expected);
});
