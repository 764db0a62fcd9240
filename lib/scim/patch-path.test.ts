import { expect, test } from "vitest";
import { filterUserType } from "./filter/cases";
import { parseElementFilter } from "./filter/parse";
import { parsePatchPath } from "./patch-path";
import { groupType } from "./schema/registry";
import { DEFAULT_NAMESPACE, ENTERPRISE_USER_SCHEMA, USER_SCHEMA } from "./urn";

function parse(text: string) {
  return parsePatchPath(text, filterUserType);
}

const SKILLS = `${DEFAULT_NAMESPACE}:skills`;

test.each([
  ["userName", "userName", undefined, undefined],
  ["EMAILS", "emails", undefined, undefined],
  ["emails.value", "emails", undefined, "value"],
  ['emails[type eq "work"]', "emails", 'type eq "work"', undefined],
  ['Emails[Type EQ "work"].Value', "emails", 'type eq "work"', "value"],
  ['emails[value eq "a]b[c"].value', "emails", 'value eq "a]b[c"', "value"],
  [`${USER_SCHEMA}:emails[type eq "work"].value`, "emails", 'type eq "work"', "value"],
  [`${ENTERPRISE_USER_SCHEMA}:organizationId`, "organizationId", undefined, undefined],
  [`${SKILLS}[value eq "go"]`, "skills", 'value eq "go"', undefined],
])("%s", (text, name, filter, sub) => {
  const parsed = parse(text);
  if (parsed.kind !== "attribute") throw new Error(`${text} is ${parsed.kind}`);
  const outer = name === "skills" ? SKILLS : name;
  expect(parsed.path.attribute.name).toBe(name);
  expect(parsed.path.sub).toBeUndefined();
  expect(parsed.sub?.name).toBe(sub);
  expect(parsed.filter).toEqual(filter && parseElementFilter(filter, outer, filterUserType));
});

test("a member by its id", () => {
  expect(parsePatchPath('members[value eq "user_x"]', groupType())).toMatchObject({
    kind: "attribute",
    path: { attribute: { name: "members" } },
    filter: { kind: "compare", op: "eq", value: "user_x" },
  });
});

test.each([ENTERPRISE_USER_SCHEMA, ENTERPRISE_USER_SCHEMA.toUpperCase()])("the bare extension %s", (text) => {
  expect(parse(text)).toMatchObject({ kind: "extension", schema: { id: ENTERPRISE_USER_SCHEMA } });
});

test.each([
  ["title", "title"],
  ["name.givenName", "name.givenName"],
  ["manager", "manager"],
  ['addresses[type eq "work"]', "addresses"],
  ['addresses[type eq "work"].locality', "addresses.locality"],
  ['emails[type eq "work"].display', "emails.display"],
  [`${ENTERPRISE_USER_SCHEMA}:department`, `${ENTERPRISE_USER_SCHEMA}:department`],
])("%s is ignored", (text, ignored) => {
  expect(parse(text)).toEqual({ kind: "ignored", text: ignored });
});

test.each([
  "",
  "nosuch",
  "name.nosuch",
  "emails.nosuch",
  'emails[type eq "work"].nosuch',
  'addresses[type eq "work"].nosuch',
  'emails[type eq "work"]value',
  'emails[type eq "work"] .value',
  'emails[type eq "work"].value.more',
  'emails[type eq "work"].',
  'emails[type eq "work"',
  'emails]type eq "work"[',
  'emails.value[type eq "work"]',
  'userName[value eq "x"]',
  'meta[resourceType eq "User"]',
  '[type eq "work"]',
  'nosuch[type eq "work"]',
  `${DEFAULT_NAMESPACE}:nosuch`,
  "organizationId",
  "urn:ietf:params:scim:schemas:extension:other:2.0:User",
  "user name",
  "__proto__",
  "constructor",
  `${"(".repeat(10_000)}`,
])("%j is an invalidPath", (text) => {
  expect(() => parse(text)).toThrow(expect.objectContaining({ status: 400, scimType: "invalidPath" }));
});

test.each([
  "emails[]",
  "emails[type]",
  'emails[type eq "work]',
  "emails[type eq work]",
  'emails[type eq "work"][value pr]',
  'emails[value[type eq "work"]]',
  "emails[primary gt true]",
  'emails[type eq "work" and].value',
  'addresses[type is "work"].locality',
  `emails[${"(".repeat(1000)}type pr${")".repeat(1000)}]`,
])("%j has an invalidFilter", (text) => {
  expect(() => parse(text)).toThrow(expect.objectContaining({ status: 400, scimType: "invalidFilter" }));
});
