import { expect, test } from "vitest";
import { filterUserType } from "../filter/cases";
import type { JsonObject } from "../json";
import { DEFAULT_NAMESPACE as C, ENTERPRISE_USER_SCHEMA as E, USER_SCHEMA as U } from "../urn";
import { parseProjection, project, wants } from "./project";

const resource: JsonObject = {
  id: "user_a",
  userName: "ada",
  password: "never",
  active: true,
  emails: [{ value: "a", type: "work", primary: true }],
  [E]: { organizationId: "ou_a" },
  [C]: { costcenter: "CC-1", level: 3 },
  meta: { resourceType: "User", version: 'W/"1"' },
};

function shown(query: { attributes?: string | null; excludedAttributes?: string | null }): JsonObject {
  return project(resource, parseProjection(query, filterUserType), filterUserType);
}

const { password: _password, ...visible } = resource;
const id = "user_a";

test.each([[{}], [{ attributes: "" }], [{ attributes: null, excludedAttributes: " , " }]])(
  "%j is everything but the password",
  (query) => {
    expect(shown(query)).toEqual({ schemas: [U, E, C], ...visible });
  },
);

test.each<[string, JsonObject]>([
  ["userName", { schemas: [U], id, userName: "ada" }],
  [" USERNAME , active", { schemas: [U], id, userName: "ada", active: true }],
  ["emails.value", { schemas: [U], id, emails: [{ value: "a" }] }],
  ["emails.value,emails", { schemas: [U], id, emails: [{ value: "a", type: "work", primary: true }] }],
  ["meta.version", { schemas: [U], id, meta: { version: 'W/"1"' } }],
  [`${U}:userName`, { schemas: [U], id, userName: "ada" }],
  [`${C}:level`, { schemas: [U, C], id, [C]: { level: 3 } }],
  [E.toUpperCase(), { schemas: [U, E], id, [E]: { organizationId: "ou_a" } }],
  ["password", { schemas: [U], id }],
  ["nosuch,__proto__,user name", { schemas: [U], id }],
])("attributes=%s", (attributes, expected) => {
  expect(shown({ attributes })).toEqual(expected);
});

test.each<[string, JsonObject]>([
  [`userName,active,emails,meta,${C}`, { schemas: [U, E], id, [E]: { organizationId: "ou_a" } }],
  [
    `id,schemas,userName,active,emails.primary,meta,${E}:organizationId,${C}:level`,
    { schemas: [U, C], id, emails: [{ value: "a", type: "work" }], [C]: { costcenter: "CC-1" } },
  ],
])("excludedAttributes=%s", (excludedAttributes, expected) => {
  expect(shown({ excludedAttributes })).toEqual(expected);
});

test.each([
  [{}, true],
  [{ attributes: "userName" }, false],
  [{ attributes: "GROUPS.value" }, true],
  [{ excludedAttributes: "groups" }, false],
  [{ excludedAttributes: "groups.display" }, true],
])("%j wants groups: %s", (query, wanted) => {
  expect(wants(parseProjection(query, filterUserType), "groups")).toBe(wanted);
});
