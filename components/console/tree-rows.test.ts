import { expect, test } from "vitest";
import { ancestors, matching, type TreeNode, treeRows } from "./tree-rows";

const NODES: readonly TreeNode[] = [
  { id: "root", parentId: undefined, name: "Example", children: 2 },
  { id: "sales", parentId: "root", name: "Sales", children: 1 },
  { id: "north", parentId: "sales", name: "North", children: 3 },
  { id: "labs", parentId: "root", name: "Labs", children: 0 },
];

const lines = (open: readonly string[]) =>
  treeRows(NODES, (id) => open.includes(id)).map(
    ({ node, level, position, setSize }) => `${level} ${node.id} ${position}/${setSize}`,
  );

test.each([
  [[], ["1 root 1/1"]],
  [["root"], ["1 root 1/1", "2 sales 1/2", "2 labs 2/2"]],
  [
    ["root", "sales"],
    ["1 root 1/1", "2 sales 1/2", "3 north 1/1", "2 labs 2/2"],
  ],
  [["sales"], ["1 root 1/1"]],
])("with %j open, the tree shows %j", (open, shown) => {
  expect(lines(open)).toEqual(shown);
});

test("a node without anything below it is never open", () => {
  expect(treeRows(NODES, () => true).find(({ node }) => node.id === "labs")?.expanded).toBe(false);
});

test("a part of the tree is shown from the highest node that was sent", () => {
  expect(treeRows(NODES.slice(1), () => false).map(({ node }) => node.id)).toEqual(["sales", "labs"]);
});

test("a search keeps the place of what it finds", () => {
  expect(matching(NODES, "NOR").map(({ id }) => id)).toEqual(["root", "sales", "north"]);
});

test("what is above a node, nearest first", () => {
  expect(ancestors(new Map(NODES.map((node) => [node.id, node])), "north")).toEqual(["sales", "root"]);
});
