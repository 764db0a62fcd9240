import { expect, test } from "vitest";
import { covers, type Selection, withOrganization, withoutOrganization } from "./selection";

const root = { id: "root", name: "Example", above: [] };
const sales = { id: "sales", name: "Sales", above: [root] };
const north = { id: "north", name: "North", above: [root, sales] };
const labs = { id: "labs", name: "Labs", above: [root] };

const NONE: Selection = new Map();

test("an organization takes in what was ticked below it", () => {
  const both = withOrganization(withOrganization(NONE, north), labs);
  expect([...withOrganization(both, sales).keys()]).toEqual(["labs", "sales"]);
  expect([...withOrganization(both, root).keys()]).toEqual(["root"]);
});

test.each([
  [[sales], north, true],
  [[north], north, true],
  [[labs], north, false],
  [[], root, false],
  [[north], sales, false],
])("with %j ticked, %j is covered: %s", (ticked, organization, expected) => {
  const selection = ticked.reduce<Selection>(withOrganization, NONE);
  expect(covers(selection, organization)).toBe(expected);
});

test("one that is unticked covers nothing any more", () => {
  expect(covers(withoutOrganization(withOrganization(NONE, sales), "sales"), north)).toBe(false);
});
