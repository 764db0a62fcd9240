import { expect, test } from "vitest";
import { filterUserType } from "../filter/cases";
import type { JsonObject } from "../json";
import { groupType } from "../schema/registry";
import { DEFAULT_NAMESPACE as C, ENTERPRISE_USER_SCHEMA as E, USER_SCHEMA } from "../urn";
import { validateResource } from "./validate";

const user = (body: JsonObject) => validateResource({ userName: "ada", ...body }, filterUserType, "create");
const group = (body: JsonObject) =>
  validateResource({ displayName: "Staff", ...body }, groupType(), "create");

test.each<[string, JsonObject, JsonObject, readonly string[]]>([
  [
    "names in any case",
    { DISPLAYNAME: "A", Emails: [{ VALUE: "a", Type: "work" }] },
    { displayName: "A", emails: [{ value: "a", type: "work" }] },
    [],
  ],
  [
    "null, [] and empty texts are unassigned",
    { displayName: null, emails: [], externalId: "", [E]: null },
    {},
    [],
  ],
  ["what is readOnly is dropped in silence", { id: "x", meta: { resourceType: "User" }, groups: [] }, {}, []],
  [
    "booleans as texts",
    { active: "FALSE", [C]: { remote: "true" } },
    { active: false, [C]: { remote: true } },
    [],
  ],
  [
    "an extension in any case",
    { [E.toUpperCase()]: { OrganizationID: "ou_a" } },
    { [E]: { organizationId: "ou_a" } },
    [],
  ],
  [
    "an attribute after its URN",
    { [`${E}:organizationId`]: "ou_a", [`${USER_SCHEMA}:displayName`]: "A" },
    { displayName: "A", [E]: { organizationId: "ou_a" } },
    [],
  ],
  [
    "what is not stored",
    { name: { givenName: "A" }, roles: [], title: null, department: null },
    {},
    ["name", "roles", "title", "department"],
  ],
  [
    "unknown keys and extensions",
    { nosuch: 1, "urn:x:User": { a: 1 }, [E]: { department: "D" } },
    {},
    ["nosuch", "urn:x:User", `${E}:department`],
  ],
  [
    "an unknown sub-attribute",
    { emails: [{ value: "a", type: "work", display: "x" }] },
    { emails: [{ value: "a", type: "work" }] },
    ["emails.display"],
  ],
  [
    "an email without a value says nothing",
    { emails: [{ type: "work", value: null, primary: true }] },
    {},
    [],
  ],
  [
    "the same email twice is one",
    {
      emails: [
        { value: "a", type: "work", primary: true },
        { value: "A", type: "WORK" },
      ],
    },
    { emails: [{ value: "A", type: "WORK", primary: true }] },
    [],
  ],
  [
    "two types of one address are two",
    {
      emails: [
        { value: "a", type: "work" },
        { value: "a", type: "home" },
      ],
    },
    {
      emails: [
        { value: "a", type: "work" },
        { value: "a", type: "home" },
      ],
    },
    [],
  ],
  [
    "a date stays as sent",
    { [C]: { hiredat: "2020-01-31T09:30:00+02:00" } },
    { [C]: { hiredat: "2020-01-31T09:30:00+02:00" } },
    [],
  ],
  ["a list of texts", { [C]: { skills: ["go", "go", "Go", null] } }, { [C]: { skills: ["go", "Go"] } }, []],
])("%s", (_, body, resource, ignored) => {
  expect(user(body)).toEqual({ resource: { userName: "ada", ...resource }, ignored });
});

test.each<[string, JsonObject, RegExp]>([
  ["no user name", { userName: null }, /^userName is required/],
  ["an empty user name", { userName: "" }, /^userName is required/],
  ["a number for a text", { displayName: 5 }, /^displayName must be a text, not a number/],
  ["an object for a text", { userName: { a: 1 } }, /^userName must be a text, not an object/],
  ["yes for a boolean", { active: "yes" }, /^active must be true or false/],
  ["1 for a boolean", { active: 1 }, /^active must be true or false/],
  ["a numeric text", { [C]: { level: "3" } }, /level must be a number/],
  ["an infinite number", { [C]: { level: Number.POSITIVE_INFINITY } }, /level must be a number/],
  ["no date", { [C]: { hiredat: "2020-02-30T00:00:00Z" } }, /hiredat must be a date/],
  [
    "one object for a list",
    { emails: { value: "a", type: "work" } },
    /^emails must be a list of values, not an object/,
  ],
  ["texts for objects", { emails: ["a"] }, /^emails must be a list of objects/],
  ["a list for a text", { displayName: ["A"] }, /^displayName must be a text, not a list/],
  ["a wrong sub-attribute", { emails: [{ value: 5, type: "work" }] }, /^emails\.value must be a text/],
  [
    "two primaries",
    {
      emails: [
        { value: "a", primary: true },
        { value: "b", primary: true },
      ],
    },
    /^emails: at most one/,
  ],
  ["a text for an extension", { [E]: "x" }, /must be an object, not this text/],
  [
    "one attribute by two names",
    { displayName: "A", [`${USER_SCHEMA}:displayName`]: "B" },
    /^displayName is given twice/,
  ],
  ["schemas that are no list", { schemas: "x" }, /^schemas must be a list/],
])("%s is refused", (_, body, detail) => {
  expect(() => user(body)).toThrow(
    expect.objectContaining({
      status: 400,
      scimType: "invalidValue",
      message: expect.stringMatching(detail),
    }),
  );
});

test("an error never quotes a value", () => {
  expect(() => user({ password: ["hunter2"] })).toThrow(/^((?!hunter2).)*$/);
});

test("members are accounts, each once; $ref and display are the server's", () => {
  const members = [{ value: "u1", type: "USER", $ref: null, display: "A" }, { value: "u2" }, { value: "u1" }];
  expect(group({ members })).toEqual({
    resource: {
      displayName: "Staff",
      members: [
        { value: "u1", type: "User" },
        { value: "u2", type: "User" },
      ],
    },
    ignored: [],
  });
  expect(group({ members: [] }).resource).toEqual({ displayName: "Staff" });
});

test.each<[JsonObject, RegExp]>([
  [{ value: "g", type: "group" }, /a group as a member is refused/],
  [{ display: "A" }, /^members\.value is required/],
  [{ value: "" }, /^members\.value is required/],
])("the member %j is refused", (member, detail) => {
  expect(() => group({ members: [member] })).toThrow(
    expect.objectContaining({ scimType: "invalidValue", message: expect.stringMatching(detail) }),
  );
});
