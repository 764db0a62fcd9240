import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { ROUTES } from "./routes";

const APP = fileURLToPath(new URL("../app", import.meta.url));

// Pages and what belongs to them stay with Next.
const OWN_FOLDERS = /^\/(scim|oauth2|api\/health|api\/metrics)(\/|$)/;

function routeFolders(): string[] {
  return readdirSync(APP, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith("/route.ts"))
    .map((path) => `/${path.slice(0, -"/route.ts".length)}`)
    .filter((folder) => OWN_FOLDERS.test(folder));
}

test("the server knows exactly the route files that stand below app/scim, app/oauth2 and app/api", () => {
  expect(ROUTES.map(({ pattern }) => pattern).sort()).toEqual(routeFolders().sort());
});

test("each route of SCIM answers every method that a route file can", () => {
  const methods = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];
  for (const { pattern, module } of ROUTES.filter((route) => route.pattern.startsWith("/scim/"))) {
    expect([pattern, Object.keys(module).sort()]).toEqual([pattern, methods]);
  }
});
