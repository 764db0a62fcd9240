import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { requestPath } from "./request-path";
import { createRouter, type Route } from "./scim-router";

const PATTERNS = [
  "/scim/[[...path]]",
  "/scim/v2/[[...path]]",
  "/scim/v2/Users",
  "/scim/v2/Users/.search",
  "/scim/v2/Users/[id]",
  "/scim/v2/Schemas/[[...id]]",
  "/api/health",
];
const ROUTES: readonly Route[] = PATTERNS.map((pattern) => ({ pattern, module: {} }));
const route = createRouter(ROUTES);

function routed(target: string): { pattern: string | undefined; params: unknown } | undefined {
  const path = requestPath(target);
  const match = path && route(path);
  return (
    match && { pattern: ROUTES.find(({ module }) => module === match.module)?.pattern, params: match.params }
  );
}

describe("precedence is Next's: static, [id], [...path]", () => {
  test.each([
    ["/scim/v2/Users", "/scim/v2/Users", {}],
    ["/scim/v2/Users/", "/scim/v2/Users", {}],
    ["/scim/v2/Users/.search", "/scim/v2/Users/.search", {}],
    ["/scim/v2/Users/user_1", "/scim/v2/Users/[id]", { id: "user_1" }],
    ["/scim/v2/Users/user_1/x", "/scim/v2/[[...path]]", { path: ["Users", "user_1", "x"] }],
    ["/scim/v2/Schemas", "/scim/v2/Schemas/[[...id]]", {}],
    ["/scim/v2/Schemas/urn%3Ax", "/scim/v2/Schemas/[[...id]]", { id: ["urn:x"] }],
    ["/scim/v2/users", "/scim/v2/[[...path]]", { path: ["users"] }],
    ["/scim/v2", "/scim/v2/[[...path]]", {}],
    ["/scim/v1/Users", "/scim/[[...path]]", { path: ["v1", "Users"] }],
    ["/scim", "/scim/[[...path]]", {}],
    ["/scim/v2/Users/__proto__", "/scim/v2/Users/[id]", { id: "__proto__" }],
    ["/scim/v2/constructor", "/scim/v2/[[...path]]", { path: ["constructor"] }],
  ])("%s goes to %s", (target, pattern, params) => {
    expect(routed(target)).toEqual({ pattern, params });
  });

  test.each(["/", "/api/health/x", "//scim/v2/Users", "/SCIM/v2/Users"])("%s has no route", (target) => {
    expect(routed(target)).toBeUndefined();
  });
});

describe("a path that could be read as another goes only to a route that refuses", () => {
  test.each([
    "/scim/v2//Users",
    "/scim/v2/Users//",
    "/scim/v2/Users/../Schemas",
    "/scim/v2/Users/%2e%2e/Schemas",
    "/scim/v2/Schemas/../Users/user_1",
    "/scim/v2/./Users",
    "/scim/v2/Users%2Fuser_1",
    "/scim/v2/Users/a%2Fb",
    "/scim/v2/Users/a%5Cb",
    "/scim/v2/Users/%00",
    "/scim/v2/Schemas/%2e%2e%2fUsers",
  ])("%s", (target) => {
    expect(routed(target)?.pattern).toBe("/scim/v2/[[...path]]");
  });

  test("what reaches [id] is one segment that every reader takes for the same", () => {
    const piece = fc.constantFrom(
      "/",
      "//",
      ".",
      "..",
      "%2e",
      "%2F",
      "%5c",
      "%252f",
      "Users",
      "Schemas",
      "x",
      "%00",
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const target = `/scim/v2/${pieces.join("")}`;
        if (routed(target)?.pattern !== "/scim/v2/Users/[id]") return;
        // As the URL parser of the platform reads it: two segments below v2, the first of them Users.
        const [, , , collection, id, more] = new URL(target, "http://x").pathname
          .replace(/\/$/, "")
          .split("/");
        expect([collection, more]).toEqual(["Users", undefined]);
        expect(id).toMatch(/./);
      }),
      { numRuns: 2000 },
    );
  });
});
