import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ScimError } from "../error";
import { type AttributePath, pathText, resolvePath } from "../path";
import { groupType } from "../schema/registry";
import { DEFAULT_NAMESPACE, ENTERPRISE_USER_SCHEMA } from "../urn";
import type { Filter } from "./ast";
import { filterUserType } from "./cases";
import { parseElementFilter, parseFilter } from "./parse";

function parse(text: string): Filter {
  return parseFilter(text, filterUserType, { sensitive: 403 });
}

function refusal(text: string, sensitive: 403 | 400 = 403): ScimError | undefined {
  try {
    parseFilter(text, filterUserType, { sensitive });
    return undefined;
  } catch (error) {
    if (error instanceof ScimError) return error;
    throw error;
  }
}

const CUSTOM = DEFAULT_NAMESPACE;

describe("what is not a filter is refused as invalidFilter", () => {
  test.each([
    "",
    "   ",
    "userName",
    "userName eq",
    'userName is "x"',
    'userName "x"',
    'eq "x"',
    '"x" eq userName',
    "userName eq bjensen",
    "userName eq pr",
    "userName pr true",
    'userName eq "x" active eq true',
    'userName eq "x" and',
    'or userName eq "x"',
    "not userName pr",
    "not",
    "not ()",
    "()",
    "(userName pr",
    "userName pr)",
    "userName pr]",
    "(userName pr]",
    "emails[]",
    "emails[type pr",
    "emails[type pr)",
    "emails type pr]",
    'emails[type eq "work"].',
    'emails[type eq "work"].value',
    'emails[type eq "work"].value.more eq "x"',
    'emails[type eq "work"]value eq "x"',
    'emails.value[type eq "work"]',
    'emails[emails.type eq "work"]',
    `emails[${CUSTOM}:level eq 1]`,
    'emails[value[type eq "work"]]',
    'emails[type eq "work" and (value[type pr])]',
    'userName[value eq "x"]',
    `${CUSTOM}:level[value eq 1]`,
    'name..givenName eq "x"',
    'a.b.c eq "x"',
    ".value pr",
    ":userName pr",
    "user+Name pr",
    "__proto__ pr",
  ])("%s", (text) => {
    expect(refusal(text)).toMatchObject({ status: 400, scimType: "invalidFilter" });
  });
});

describe("what the attribute's type does not allow is refused as invalidFilter", () => {
  test.each([
    "active gt true",
    "active ge true",
    "active lt false",
    "active le false",
    'active co "t"',
    'active sw "t"',
    'active ew "e"',
    "active eq 1",
    'active eq "yes"',
    "emails[primary gt false]",
    `${CUSTOM}:remote gt true`,
    'meta.created co "2024"',
    'meta.created sw "2024"',
    'meta.created ew "Z"',
    'meta.created gt "2024"',
    'meta.created gt "2024-01-01"',
    'meta.created gt "2024-02-30T00:00:00Z"',
    'meta.created gt "yesterday"',
    "meta.created gt 1704067200",
    'meta eq "x"',
    "meta eq true",
    "userName eq 5",
    "userName eq true",
    "userName gt null",
    "userName co null",
    "emails eq 5",
    "emails.value eq false",
    `${CUSTOM}:level eq "3"`,
    `${CUSTOM}:level co 3`,
    `${CUSTOM}:level eq true`,
    `${CUSTOM}:hiredat eq 2020`,
    `${CUSTOM}:skills eq 1`,
    "nosuch gt null",
  ])("%s", (text) => {
    expect(refusal(text)).toMatchObject({ status: 400, scimType: "invalidFilter" });
  });
});

test.each([
  'password eq "hunter2"',
  "password pr",
  'userName eq "x" or (active eq true and PASSWORD sw "h")',
  'urn:ietf:params:scim:schemas:core:2.0:user:password co "h"',
  'password[value eq "hunter2"]',
])("a filter on the password is sensitive in a query and invalid in a search: %s", (text) => {
  expect(refusal(text, 403)).toMatchObject({ status: 403, scimType: "sensitive" });
  expect(refusal(text, 400)).toMatchObject({ status: 400, scimType: "invalidFilter" });
  expect(refusal(text)?.message).not.toContain("hunter2");
});

describe("limits", () => {
  const nested = (depth: number) => `${"(".repeat(depth)}userName pr${")".repeat(depth)}`;
  const chained = (count: number) => Array(count).fill("id pr").join(" or ");
  const ofLength = (length: number, filler: string) => `id eq "${filler.repeat(length - 8)}"`;

  test.each([
    ["16 parentheses deep", nested(16), true],
    ["17 parentheses deep", nested(17), false],
    ["1,000 parentheses deep", nested(1000), false],
    ["brackets within 15 parentheses", nested(15).replace("userName pr", "emails[type pr]"), true],
    ["brackets within 16 parentheses", nested(16).replace("userName pr", "emails[type pr]"), false],
    ["1,000 open parentheses", "(".repeat(1000), false],
    ["1,000 nots", `${"not(".repeat(500)}id pr${")".repeat(500)}`, false],
    ["parentheses beside each other, not within", Array(30).fill("(id pr)").join(" or "), true],
    ["64 comparisons", chained(64), true],
    ["65 comparisons", chained(65), false],
    ["65 comparisons, some in brackets", `emails[type pr and value pr] or ${chained(63)}`, false],
    ["2,048 characters", ofLength(2048, "x"), true],
    ["2,049 characters", ofLength(2049, "x"), false],
    ["2,048 characters of two UTF-16 units", ofLength(2048, "😀"), true],
    ["2,049 characters of two UTF-16 units", ofLength(2049, "😀"), false],
    ["a megabyte of backslashes", "\\".repeat(1_000_000), false],
  ])("%s", (_, text, accepted) => {
    if (accepted) expect(refusal(text)).toBeUndefined();
    else expect(refusal(text)).toMatchObject({ status: 400, scimType: "invalidFilter" });
  });
});

test("booleans spelled as strings become booleans", () => {
  expect(parse('active eq "False"')).toEqual(parse("active eq false"));
});

test("a multi-valued complex attribute alone means its value", () => {
  expect(parse('emails co "x"')).toEqual(parse('emails.value co "x"'));
  expect(parseFilter('members eq "user_x"', groupType(), { sensitive: 403 })).toMatchObject({
    kind: "compare",
    path: { attribute: { name: "members" }, sub: { name: "value" } },
  });
});

test("the filter of a PATCH path names the sub-attributes of what stands before the brackets", () => {
  expect(parseElementFilter('VALUE eq "user_x"', "Members", groupType())).toMatchObject({
    kind: "compare",
    path: { attribute: { name: "members" }, sub: { name: "value" } },
    value: "user_x",
  });
  expect(() => parseElementFilter("value[type pr]", "members", groupType())).toThrow(ScimError);
});

test("no text makes the parser fail in any other way than a ScimError", () => {
  const piece = fc.constantFrom(
    ...[
      "(",
      ")",
      "[",
      "]",
      " ",
      '"',
      "\\",
      ".",
      "not",
      "and",
      "or",
      "pr",
      "eq",
      "userName",
      "emails",
      "1",
      '"x"',
    ],
  );
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(piece).map((pieces) => pieces.join(" ")),
  );
  fc.assert(
    fc.property(text, (text) => {
      refusal(text);
    }),
    { numRuns: 2000 },
  );
});

// Printing and parsing again

function stored(text: string): AttributePath {
  return resolvePath(text, filterUserType, "invalidFilter");
}

const strings = fc.string({ unit: "grapheme" }).filter((text) => !/[\0\p{Surrogate}]/u.test(text));
const order = fc.constantFrom("eq", "ne", "gt", "ge", "lt", "le");
const substring = fc.constantFrom("eq", "ne", "gt", "ge", "lt", "le", "co", "sw", "ew");
const instants = fc
  .date({ min: new Date("1900-01-01"), max: new Date("2200-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString());
// JSON.stringify writes -0 as 0.
const numbers = fc
  .double({ noNaN: true, noDefaultInfinity: true })
  .map((number) => (number === 0 ? 0 : number));
const equality = fc.constantFrom("eq", "ne");

function compare<Op extends "eq", Value extends string | number | boolean | null>(
  paths: readonly string[],
  op: fc.Arbitrary<Op | Extract<Filter, { kind: "compare" }>["op"]>,
  value: fc.Arbitrary<Value>,
): fc.Arbitrary<Filter> {
  const path = fc.constantFrom(...paths).map(stored);
  return fc.record({ kind: fc.constant("compare"), path, op, value });
}

const ORGANIZATION = `${ENTERPRISE_USER_SCHEMA}:organizationId`;
const TEXTS = ["id", "userName", "externalId", "emails.value", ORGANIZATION, `${CUSTOM}:costcenter`];
const ANYTHING = [...TEXTS, "active", "meta.created", `${CUSTOM}:level`, "title", "nosuch", "nosuch.sub"];

const leaf: fc.Arbitrary<Filter> = fc.oneof(
  compare(TEXTS, substring, strings),
  compare(["active", "emails.primary", `${CUSTOM}:remote`], equality, fc.boolean()),
  compare([`${CUSTOM}:level`], order, numbers),
  compare(["meta.created", `${CUSTOM}:hiredat`], order, instants),
  compare(ANYTHING, equality, fc.constant(null)),
  compare(["title", "nosuch", "nosuch.sub"], substring, fc.oneof(strings, fc.boolean(), numbers)),
  fc.record({
    kind: fc.constant("present"),
    path: fc.constantFrom(...ANYTHING, "emails", "meta").map(stored),
  }),
);

function combined(leaf: fc.Arbitrary<Filter>, maxDepth: number): fc.Arbitrary<Filter> {
  return fc.letrec<{ filter: Filter }>((tie) => {
    const [left, right] = [tie("filter"), tie("filter")];
    return {
      filter: fc.oneof(
        { maxDepth, depthIdentifier: fc.createDepthIdentifier() },
        leaf,
        fc.record({ kind: fc.constantFrom("and", "or"), left, right }),
        fc.record({ kind: fc.constant("not"), filter: left }),
      ),
    };
  }).filter;
}

const inEmails = compare(["emails.type", "emails.value"], substring, strings);
const some: fc.Arbitrary<Filter> = fc.record({
  kind: fc.constant("some"),
  path: fc.constant(stored("emails")),
  filter: combined(inEmails, 2),
});

function print(filter: Filter, name: (path: AttributePath) => string = pathText): string {
  switch (filter.kind) {
    case "and":
    case "or":
      return `(${print(filter.left, name)}) ${filter.kind} (${print(filter.right, name)})`;
    case "not":
      return `not (${print(filter.filter, name)})`;
    case "present":
      return `${name(filter.path)} pr`;
    case "some":
      return `${name(filter.path)}[${print(filter.filter, subName)}]`;
    case "compare":
      return `${name(filter.path)} ${filter.op} ${JSON.stringify(filter.value)}`;
  }
}

function subName(path: AttributePath): string {
  return path.kind === "stored" && path.sub ? path.sub.name : "value";
}

test("a filter printed and parsed is the same filter", () => {
  fc.assert(
    fc.property(combined(fc.oneof(leaf, some), 4), (filter) => {
      const text = print(filter);
      fc.pre(text.length <= 2048);
      expect(parse(text)).toEqual(filter);
    }),
  );
});

test("and binds closer than or, and both to the left", () => {
  const [a, b, c] = [parse("id pr"), parse("userName pr"), parse("active pr")];
  expect(parse("id pr or userName pr and active pr")).toEqual({
    kind: "or",
    left: a,
    right: { kind: "and", left: b, right: c },
  });
  expect(parse("id pr or userName pr or active pr")).toEqual({
    kind: "or",
    left: { kind: "or", left: a, right: b },
    right: c,
  });
});

test("the attributes that the generators name are stored", () => {
  expect(TEXTS.filter((text) => stored(text).kind !== "stored")).toEqual([]);
});
