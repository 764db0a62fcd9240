import { expect, test } from "vitest";
import { differences } from "./difference";

test("what changed stands before what stayed", () => {
  const rows = differences({ name: "Okta", enabled: true }, { name: "Okta", enabled: false });
  expect(rows).toEqual([
    { key: "enabled", before: "true", after: "false", changed: true },
    { key: "name", before: "Okta", after: "Okta", changed: false },
  ]);
});

test("a thing that was made has no before, one that is gone no after", () => {
  expect(differences(null, { name: "HR" })).toEqual([
    { key: "name", before: undefined, after: "HR", changed: true },
  ]);
  expect(differences({ name: "HR" }, null)).toEqual([
    { key: "name", before: "HR", after: undefined, changed: true },
  ]);
});

test.each([
  ["", '""'],
  [null, undefined],
  [["a", "b"], '[ "a", "b" ]'],
  [{ uniqueEmail: true }, '{ "uniqueEmail": true }'],
  [0, "0"],
])("%j is shown as %s", (value, shown) => {
  expect(differences(null, { value })[0]?.after).toBe(shown);
});
