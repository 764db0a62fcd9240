import { describe, expect, test } from "vitest";
import type { Attribute } from "./attribute";
import { define } from "./define";
import { FULL_ENTERPRISE_USER_SCHEMA } from "./enterprise-user";
import { findAttribute } from "./lookup";
import { basicUserType, groupType } from "./registry";
import { FULL_USER_SCHEMA } from "./user";

const namespace = "urn:ietf:params:scim:schemas:extension:acme:2.0:User";
const user = basicUserType({ namespace, fields: [define("level", "decimal", "Level")] });

function names(attributes: readonly Attribute[] | undefined): readonly string[] {
  return (attributes ?? []).map((attribute) => attribute.name).sort();
}

test("the Basic set is that of product.md", () => {
  expect(names(user.schema.attributes)).toEqual(
    [
      ...["active", "displayName", "emails", "externalId", "groups", "id", "meta"],
      ...["password", "phoneNumbers", "phoneRegion", "userName"],
    ].sort(),
  );
  expect(user.extensions.map(({ id, attributes }) => [id, names(attributes)])).toEqual([
    ["urn:ietf:params:scim:schemas:extension:enterprise:2.0:User", ["organizationId"]],
    [namespace, ["level"]],
  ]);
});

test("a namespace without fields is no extension", () => {
  expect(basicUserType({ namespace, fields: [] }).extensions).toHaveLength(1);
});

test("a group has a name and members, which are accounts", () => {
  const { schema } = groupType();
  expect(names(schema.attributes)).toEqual(["displayName", "externalId", "id", "members", "meta"]);
  const members = findAttribute(schema.attributes, "members")?.subAttributes;
  expect(names(members)).toEqual(["$ref", "display", "type", "value"]);
  expect(findAttribute(members, "type")?.canonicalValues).toEqual(["User"]);
});

describe("characteristics", () => {
  test.each([
    ["userName", { required: true, caseExact: false, uniqueness: "server" }],
    ["id", { caseExact: true, mutability: "readOnly", returned: "always" }],
    ["externalId", { caseExact: true, mutability: "readWrite" }],
    ["meta", { mutability: "readOnly" }],
    ["groups", { mutability: "readOnly", multiValued: true }],
    ["password", { mutability: "writeOnly", returned: "never" }],
    ["emails", { multiValued: true, type: "complex" }],
    ["active", { type: "boolean", required: false }],
  ])("%s", (name, expected) => {
    expect(findAttribute(user.schema.attributes, name)).toMatchObject(expected);
  });

  test("nothing but the password is withheld, and nothing within what is readOnly can be written", () => {
    for (const attribute of [...user.schema.attributes, ...FULL_USER_SCHEMA.attributes]) {
      expect(attribute.returned === "never").toBe(attribute.name === "password");
      if (attribute.mutability !== "readOnly") continue;
      for (const sub of attribute.subAttributes ?? []) expect(sub.mutability).toBe("readOnly");
    }
  });
});

test("the standard schemas are whole (RFC 7643 §8.7.1)", () => {
  expect(names(FULL_USER_SCHEMA.attributes)).toEqual(
    [
      ...[
        "userName",
        "name",
        "displayName",
        "nickName",
        "profileUrl",
        "title",
        "userType",
        "preferredLanguage",
      ],
      ...["locale", "timezone", "active", "password", "emails", "phoneNumbers", "ims", "photos", "addresses"],
      ...["groups", "entitlements", "roles", "x509Certificates"],
    ].sort(),
  );
  expect(names(FULL_ENTERPRISE_USER_SCHEMA.attributes)).toEqual(
    ["employeeNumber", "costCenter", "organization", "division", "department", "manager"].sort(),
  );
});
