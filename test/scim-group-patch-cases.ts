import type { JsonObject } from "@/lib/scim/json";
import { GROUP_SCHEMA } from "@/lib/scim/urn";

// Before each case the group Ops (external id x-1) holds ann and bob; cyd and dan are accounts
// beside, eve is one out of scope. `{ann}` stands for her id, `{group}` for that of Ops.
/** What a PATCH of a group makes of it. */
export interface GroupChange {
  readonly name: string;
  readonly operations: readonly JsonObject[];
  /** undefined: as before. */
  readonly members?: string;
  readonly state?: JsonObject;
}

const members = (name: string, after: string, ...operations: readonly JsonObject[]): GroupChange => ({
  name,
  operations,
  members: after,
});
const state = (name: string, after: JsonObject, ...operations: readonly JsonObject[]): GroupChange => ({
  name,
  operations,
  state: after,
});
const same = (name: string, ...operations: readonly JsonObject[]): GroupChange => ({ name, operations });

export const named = (names: readonly string[]) => names.map((name) => ({ value: `{${name}}` }));
export const add = (...names: readonly string[]) => ({ op: "add", path: "members", value: named(names) });
const remove = (...names: readonly string[]) => ({ op: "remove", path: "members", value: named(names) });
const replace = (...names: readonly string[]) => ({ op: "replace", path: "members", value: named(names) });
export const removeOne = (name: string) => ({ op: "remove", path: `members[value eq "{${name}}"]` });
const clear = { op: "remove", path: "members" };
export const whole = (value: JsonObject) => ({ op: "replace", value });
export const rename = (displayName: string | null) => ({
  op: "replace",
  path: "displayName",
  value: displayName,
});

export const CHANGES: readonly GroupChange[] = [
  members("add one", "ann bob cyd", add("cyd")),
  members("add several", "ann bob cyd dan", add("cyd", "dan")),
  members("add one without a list", "ann bob cyd", { op: "add", path: "members", value: { value: "{cyd}" } }),
  members("add one twice", "ann bob cyd", add("cyd", "cyd"), add("cyd")),
  members("Entra: add", "ann bob cyd", {
    op: "Add",
    path: "members",
    value: [{ $ref: null, value: "{cyd}" }],
  }),
  members("add with type and display", "ann bob cyd", {
    op: "add",
    path: "MEMBERS",
    value: [{ value: "{cyd}", type: "user", display: "x" }],
  }),
  members("add without a path", "ann bob cyd", { op: "add", value: { members: named(["cyd"]) } }),
  members("remove by a value filter", "bob", removeOne("ann")),
  members("remove by another filter", "ann", { op: "remove", path: 'members[display eq "BOB"]' }),
  members("remove by a list: only these", "bob", remove("ann", "cyd")),
  members("Entra: remove by a list", "ann", {
    op: "Remove",
    path: "members",
    value: [{ $ref: null, value: "{bob}" }],
  }),
  members("remove all", "", clear),
  members("replace all", "bob cyd", replace("bob", "cyd")),
  members("replace with none", "", replace()),
  members("replace without a path", "cyd", whole({ members: named(["cyd"]) })),
  members("Okta: clear without a path", "", whole({ members: [] })),
  members("Okta: remove and add in one", "bob cyd", removeOne("ann"), add("cyd")),
  members("clear and add", "ann", clear, add("ann")),
  same("add whom it has", add("ann")),
  same("remove by a list whom it has not", remove("cyd")),
  same("remove by an empty list", remove()),
  same("replace with the same", replace("bob", "ann")),
  same("remove and add the same", removeOne("ann"), add("ann")),
  same("add and remove the same", add("cyd"), removeOne("cyd")),
  same("rename to its own name", rename("Ops")),
  same("Okta: the same id and name", whole({ id: "{group}", displayName: "Ops" })),
  same("keys that nobody knows, without a path", whole({ nosuch: 1, schemas: [GROUP_SCHEMA] })),
  state("rename", { displayName: "Dev" }, rename("Dev")),
  state(
    "Okta: rename with the same id",
    { displayName: "Dev" },
    whole({ id: "{group}", displayName: "Dev" }),
  ),
  state("rename in case alone", { displayName: "OPS" }, rename("OPS")),
  state(
    "a URN in any case",
    { displayName: "Dev" },
    { ...rename("Dev"), path: `${GROUP_SCHEMA.toUpperCase()}:DISPLAYNAME` },
  ),
  state("another external id", { externalId: "x-2" }, whole({ externalId: "x-2" })),
  {
    name: "name and members at once",
    operations: [rename("Dev"), add("cyd")],
    state: { displayName: "Dev" },
    members: "ann bob cyd",
  },
];

/** What a PATCH of a group is refused for. */
export interface GroupRefusal {
  readonly name: string;
  readonly status: number;
  readonly scimType: string;
  readonly operations: readonly JsonObject[];
}

const refused = (
  name: string,
  status: number,
  scimType: string,
  ...operations: readonly JsonObject[]
): GroupRefusal => ({ name, status, scimType, operations });

export const REFUSALS: readonly GroupRefusal[] = [
  refused("a group as a member", 400, "invalidValue", {
    ...add(),
    value: [{ value: "{group}", type: "Group" }],
  }),
  refused("a group as a member, without its type", 400, "invalidValue", add("group")),
  refused("a member out of scope", 400, "invalidValue", add("eve")),
  refused("a member out of scope among others", 400, "invalidValue", replace("cyd", "eve")),
  refused("a member that nobody knows", 400, "invalidValue", add("nobody")),
  refused("a member without a value", 400, "invalidValue", { ...add(), value: [{ display: "x" }] }),
  refused("a text for a member", 400, "invalidValue", { ...add(), value: ["{cyd}"] }),
  refused("no value", 400, "invalidValue", { op: "add", path: "members" }),
  refused("remove who is no member", 400, "noTarget", removeOne("cyd")),
  refused("remove one twice", 400, "noTarget", removeOne("ann"), removeOne("ann")),
  refused("remove one after all", 400, "noTarget", clear, removeOne("ann")),
  refused("remove where nobody matches", 400, "noTarget", {
    op: "remove",
    path: 'members[display eq "cyd"]',
  }),
  refused("remove without a path", 400, "noTarget", { op: "remove" }),
  refused("change a member", 400, "mutability", {
    op: "replace",
    path: 'members[value eq "{ann}"].value',
    value: "{cyd}",
  }),
  refused("another id", 400, "mutability", whole({ id: "group_other" })),
  refused("meta", 400, "mutability", { op: "remove", path: "meta" }),
  refused("an unknown attribute", 400, "invalidPath", { op: "add", path: "nosuch", value: 1 }),
  refused("an attribute of users", 400, "invalidPath", { op: "add", path: "userName", value: "x" }),
  refused("a value filter that is none", 400, "invalidFilter", { op: "remove", path: "members[value]" }),
  refused("no name", 400, "invalidValue", rename(null)),
  refused("an empty name", 400, "invalidValue", rename("")),
  refused("the name removed", 400, "invalidValue", { op: "remove", path: "displayName" }),
  refused("a name of 257 characters", 400, "invalidValue", rename("x".repeat(257))),
  refused("a name that is taken", 409, "uniqueness", add("cyd"), rename("TAKEN")),
  refused("an external id that is taken", 409, "uniqueness", rename("Dev"), whole({ externalId: "taken" })),
  refused(
    "atomic: the last of many fails",
    400,
    "noTarget",
    rename("Dev"),
    whole({ externalId: "x-2" }),
    add("cyd"),
    removeOne("bob"),
    removeOne("dan"),
  ),
];
