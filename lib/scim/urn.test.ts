import { expect, test } from "vitest";
import {
  customNamespaceProblem,
  DEFAULT_NAMESPACE,
  ENTERPRISE_USER_SCHEMA,
  GROUP_SCHEMA,
  USER_SCHEMA,
} from "./urn";

const extension = (name: string) => `urn:ietf:params:scim:schemas:extension:${name}:2.0:User`;

test.each([
  DEFAULT_NAMESPACE,
  extension("Acme"),
  extension("acme-hr_2"),
  extension("9"),
  extension("a".repeat(64)),
])("%s can be a custom namespace", (urn) => {
  expect(customNamespaceProblem(urn)).toBeUndefined();
});

test.each([USER_SCHEMA, GROUP_SCHEMA, ENTERPRISE_USER_SCHEMA])("%s is refused whatever its case", (urn) => {
  for (const spelled of [urn, urn.toUpperCase(), urn.toLowerCase()]) {
    expect(customNamespaceProblem(spelled)).toContain("standard schema");
  }
  expect(customNamespaceProblem(extension("Enterprise"))).toContain("standard schema");
});

test.each([
  "",
  "customfield",
  extension(""),
  extension("a b"),
  extension("a:b"),
  extension("a.b"),
  extension("-a"),
  extension("ä"),
  extension("a".repeat(65)),
  ` ${extension("a")}`,
  `${extension("a")}\n`,
  `${extension("a")}:more`,
  "urn:ietf:params:scim:schemas:extension:a:1.0:User",
  "urn:ietf:params:scim:schemas:extension:a:2x0:User",
  "urn:ietf:params:scim:schemas:extension:a:2.0:Group",
  "urn:ietf:params:scim:schemas:core:2.0:a",
  "urn:example:a:2.0:User",
])("%j is refused with the form that is wanted", (urn) => {
  expect(customNamespaceProblem(urn)).toContain("extension:NAME:2.0:User");
});
