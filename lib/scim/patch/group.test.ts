import { expect, test } from "vitest";
import type { JsonObject } from "../json";
import { groupType } from "../schema/registry";
import { planGroupPatch } from "./group";
import { parsePatch } from "./parse";

const ID = "group_a";
const plan = (...operations: readonly JsonObject[]) =>
  planGroupPatch(ID, parsePatch({ Operations: operations }, groupType()));
const nothing = { displayName: undefined, externalId: undefined, members: [], ignored: [] };

test.each<[string, JsonObject, object]>([
  [
    "Entra: add",
    { op: "Add", path: "members", value: [{ $ref: null, value: "u1" }] },
    { members: [{ kind: "add", ids: ["u1"] }] },
  ],
  [
    "Entra: remove only these",
    { op: "Remove", path: "members", value: [{ $ref: null, value: "u1" }] },
    { members: [{ kind: "remove", ids: ["u1"] }] },
  ],
  [
    "by its id",
    { op: "remove", path: 'members[value eq "u1"]' },
    { members: [{ kind: "removeOne", id: "u1" }] },
  ],
  ["remove all", { op: "remove", path: "members" }, { members: [{ kind: "clear" }] }],
  [
    "Okta: display comes along",
    { op: "add", path: "members", value: [{ value: "u1", display: "A" }] },
    { members: [{ kind: "add", ids: ["u1"] }] },
  ],
  [
    "replace all",
    { op: "replace", path: "members", value: [{ value: "u1" }] },
    { members: [{ kind: "clear" }, { kind: "add", ids: ["u1"] }] },
  ],
  [
    "a type in any case",
    { op: "add", path: "members", value: [{ value: "u1", type: "USER" }] },
    { members: [{ kind: "add", ids: ["u1"] }] },
  ],
  [
    "a removal by a list of none removes none",
    { op: "remove", path: "members", value: [] },
    { members: [{ kind: "remove", ids: [] }] },
  ],
  ["rename", { op: "Replace", path: "displayName", value: "B" }, { displayName: "B" }],
  ["Okta: rename with its id", { op: "replace", value: { id: ID, displayName: "B" } }, { displayName: "B" }],
  ["external id", { op: "replace", path: "externalId", value: "x" }, { externalId: "x" }],
  ["no external id", { op: "remove", path: "externalId" }, { externalId: null }],
  ["an unknown key", { op: "replace", value: { nosuch: 1 } }, { ignored: ["nosuch"] }],
])("%s", (_, operation, expected) => {
  expect(plan(operation)).toMatchObject({ ...nothing, ...expected });
});

test.each([[[]], [null]])("members replaced by %j are none", (value) => {
  for (const operation of [
    { op: "replace", path: "members", value },
    { op: "replace", value: { members: value } },
  ]) {
    const { members } = plan(operation);
    expect(members[0]).toEqual({ kind: "clear" });
    expect(members.flatMap((step) => (step.kind === "add" ? step.ids : []))).toEqual([]);
  }
});

test.each<[string, JsonObject, string]>([
  [
    "a group as a member",
    { op: "add", path: "members", value: [{ value: "g", type: "Group" }] },
    "invalidValue",
  ],
  ["a member without a value", { op: "add", path: "members", value: [{ display: "A" }] }, "invalidValue"],
  ["a member that is a number", { op: "add", path: "members", value: [{ value: 5 }] }, "invalidValue"],
  [
    "a change of a member",
    { op: "replace", path: 'members[value eq "u1"].display', value: "B" },
    "mutability",
  ],
  ["another id", { op: "replace", value: { id: "group_b" } }, "mutability"],
  ["no name", { op: "remove", path: "displayName" }, "invalidValue"],
  ["an empty name", { op: "replace", path: "displayName", value: "" }, "invalidValue"],
])("%s is refused", (_, operation, scimType) => {
  expect(() => plan(operation)).toThrow(expect.objectContaining({ status: 400, scimType }));
});
