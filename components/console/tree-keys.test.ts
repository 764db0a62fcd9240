import { expect, test } from "vitest";
import { treeMove } from "./tree-keys";
import { treeRows } from "./tree-rows";

const rows = treeRows(
  [
    { id: "root", parentId: undefined, name: "Example", children: 2 },
    { id: "sales", parentId: "root", name: "Sales", children: 1 },
    { id: "labs", parentId: "root", name: "Labs", children: 0 },
  ],
  (id) => id === "root",
);

test.each([
  ["ArrowDown", 0, { kind: "go", index: 1 }],
  ["ArrowDown", 2, { kind: "go", index: 2 }],
  ["ArrowUp", 0, { kind: "go", index: 0 }],
  ["End", 0, { kind: "go", index: 2 }],
  ["ArrowRight", 0, { kind: "go", index: 1 }],
  ["ArrowRight", 1, { kind: "open" }],
  ["ArrowRight", 2, undefined],
  ["ArrowLeft", 0, { kind: "close" }],
  ["ArrowLeft", 2, { kind: "go", index: 0 }],
  ["Enter", 1, { kind: "choose" }],
  [" ", 1, { kind: "choose" }],
  ["l", 0, { kind: "go", index: 2 }],
  ["e", 2, { kind: "go", index: 0 }],
  ["z", 0, undefined],
  ["Tab", 0, undefined],
])("%j on line %i does %j", (key, index, move) => {
  expect(treeMove(key, rows, index)).toEqual(move);
});
