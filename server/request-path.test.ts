import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isAmbiguous, requestPath } from "./request-path";

describe("a request target", () => {
  test.each([
    ["/scim/v2/Users", ["scim", "v2", "Users"]],
    ["/scim/v2/Users/", ["scim", "v2", "Users"]],
    ["/scim/v2/Users?filter=a%2Fb", ["scim", "v2", "Users"]],
    ["/scim/v2//Users", ["scim", "v2", "", "Users"]],
    ["//scim/v2/Users", ["", "scim", "v2", "Users"]],
    ["/scim/v2/Users//", ["scim", "v2", "Users", ""]],
    ["/scim/v2/Users/a%2Fb", ["scim", "v2", "Users", "a/b"]],
    ["/scim/v2/Users/a%252Fb", ["scim", "v2", "Users", "a%2Fb"]],
    ["/scim/v2/Users/%2e%2e/Groups", ["scim", "v2", "Users", "..", "Groups"]],
    ["/scim/v2/Schemas/urn%3Aietf%3Ax", ["scim", "v2", "Schemas", "urn:ietf:x"]],
    ["http://example.com:80/scim/v2/Users?x", ["scim", "v2", "Users"]],
    ["http://example.com", []],
    ["/", []],
  ])("%s is split and then decoded once", (target, segments) => {
    expect(requestPath(target)).toEqual({ segments });
  });

  test.each(["*", "", "/scim/%zz", "/scim/%ff", "/scim/%", "example.com:443"])("%j is no path", (target) => {
    expect(requestPath(target)).toBeUndefined();
  });

  test("each segment that was encoded comes back as it was, slashes and percent signs included", () => {
    const segment = fc.string({ minLength: 1, unit: "grapheme" });
    fc.assert(
      fc.property(fc.array(segment, { minLength: 1 }), (segments) => {
        const target = `/${segments.map(encodeURIComponent).join("/")}`;
        expect(requestPath(target)).toEqual({ segments });
      }),
    );
  });
});

test.each([
  ["", true],
  [".", true],
  ["..", true],
  ["a/b", true],
  ["a\\b", true],
  ["a\0", true],
  ["...", false],
  [".search", false],
  ["user_abc", false],
  ["urn:ietf:params:scim:schemas:core:2.0:User", false],
])("segment %j is ambiguous: %s", (segment, expected) => {
  expect(isAmbiguous(segment)).toBe(expected);
});
