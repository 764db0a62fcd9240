import { describe, expect, test } from "vitest";
import { ScimError } from "./error";
import { filterUserType } from "./filter/cases";
import { extensionOf, pathText, resolvePath } from "./path";
import { groupType } from "./schema/registry";
import { DEFAULT_NAMESPACE, ENTERPRISE_USER_SCHEMA, GROUP_SCHEMA, USER_SCHEMA } from "./urn";

function resolve(text: string) {
  return resolvePath(text, filterUserType, "invalidPath");
}

test.each([
  ["userName", "userName", false],
  ["USERNAME", "userName", false],
  ["id", "id", false],
  ["meta.lastmodified", "meta.lastModified", false],
  ["emails", "emails", false],
  ["Emails.Value", "emails.value", false],
  ["phoneRegion", "phoneRegion", false],
  ["groups.$ref", "groups.$ref", false],
  [`${USER_SCHEMA}:userName`, "userName", false],
  [`${USER_SCHEMA.toUpperCase()}:EMAILS.TYPE`, "emails.type", false],
  [`${ENTERPRISE_USER_SCHEMA}:organizationId`, `${ENTERPRISE_USER_SCHEMA}:organizationId`, true],
  [
    `${ENTERPRISE_USER_SCHEMA.toLowerCase()}:ORGANIZATIONID`,
    `${ENTERPRISE_USER_SCHEMA}:organizationId`,
    true,
  ],
  [`${DEFAULT_NAMESPACE}:CostCenter`, `${DEFAULT_NAMESPACE}:costcenter`, true],
  [`${DEFAULT_NAMESPACE}:skills.value`, `${DEFAULT_NAMESPACE}:skills`, true],
])("%s is stored as %s", (text, canonical, extension) => {
  const path = resolve(text);
  expect(path).toMatchObject({ kind: "stored", extension });
  expect(pathText(path)).toBe(canonical);
});

test.each([
  "title",
  "NickName",
  "name",
  "name.givenName",
  "emails.display",
  "roles",
  "schemas",
  "manager",
  "manager.value",
  "department",
  "costcenter",
  `${USER_SCHEMA}:title`,
  `${ENTERPRISE_USER_SCHEMA}:manager.displayName`,
])("%s is standard, and ignored", (text) => {
  expect(resolve(text)).toEqual({ kind: "ignored", text });
});

test.each([
  "nosuch",
  "name.nosuch",
  "title.value",
  "emails.nosuch",
  "userName.value",
  "schemas.value",
  "constructor",
  "organizationId",
  `${USER_SCHEMA}:organizationId`,
  `${USER_SCHEMA}:manager`,
  `${ENTERPRISE_USER_SCHEMA}:userName`,
  `${DEFAULT_NAMESPACE}:nosuch`,
  `${DEFAULT_NAMESPACE}:costcenter.value`,
  `${GROUP_SCHEMA}:displayName`,
  "urn:example:other:attribute",
  "urn:ietf:params:scim:schemas:core:2.0:userName",
  ENTERPRISE_USER_SCHEMA,
])("%s is unknown", (text) => {
  expect(resolve(text)).toEqual({ kind: "unknown", text });
});

describe("what is no path is refused with the caller's keyword", () => {
  test.each([
    "",
    " ",
    "user name",
    "userName ",
    ".",
    "a.",
    ".a",
    "a..b",
    "a.b.c",
    ":",
    ":a",
    "a:",
    "2.0",
    "1a",
  ])("%j", (text) => {
    for (const keyword of ["invalidPath", "invalidFilter"] as const) {
      expect(() => resolvePath(text, filterUserType, keyword)).toThrow(
        expect.objectContaining({ status: 400, scimType: keyword }),
      );
    }
  });
  test.each(["emails[type]", "a\0b", "ä", "😀", "a/b", "\ud83d", "__proto__", "a,b", "x ".repeat(100_000)])(
    "%j",
    (text) => {
      expect(() => resolve(text)).toThrow(ScimError);
    },
  );
  test("with a detail that a person would read to its end", () => {
    expect(() => resolve("?".repeat(100_000))).toThrow(
      expect.objectContaining({ message: expect.stringMatching(/^.{1,200}$/) }),
    );
  });
});

test("a bare URN is an extension when the type stores that extension", () => {
  expect(extensionOf(ENTERPRISE_USER_SCHEMA.toUpperCase(), filterUserType)?.id).toBe(ENTERPRISE_USER_SCHEMA);
  expect(extensionOf(DEFAULT_NAMESPACE, filterUserType)?.id).toBe(DEFAULT_NAMESPACE);
  expect(extensionOf(USER_SCHEMA, filterUserType)).toBeUndefined();
  expect(extensionOf(ENTERPRISE_USER_SCHEMA, groupType())).toBeUndefined();
  expect(extensionOf("userName", filterUserType)).toBeUndefined();
});
