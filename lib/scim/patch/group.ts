import { badRequest } from "../error";
import type { Filter } from "../filter/ast";
import { isJsonObject, type JsonValue } from "../json";
import type { PatchPath } from "../patch-path";
import { coerceElements } from "../resource/coerce";
import { memberIds } from "../resource/members";
import type { Attribute } from "../schema/attribute";
import { groupType } from "../schema/registry";
import { knownPath } from "./known-path";
import { listOf, sameId, singleValue } from "./leniency";
import type { MembershipStep } from "./membership";
import type { PatchOperation } from "./parse";

/**
 * What a PATCH asks of a group, without a look at its members: of 100,000 none is loaded
 * to add one (product.md, "Groups"). undefined: as it is; null: none.
 */
export interface GroupPatchPlan {
  readonly displayName: string | undefined;
  readonly externalId: string | null | undefined;
  readonly members: readonly MembershipStep[];
  readonly ignored: readonly string[];
}

interface Draft {
  displayName: string | undefined;
  externalId: string | null | undefined;
  readonly members: MembershipStep[];
  readonly ignored: string[];
}

/**
 * @param id of the group, which a client may repeat
 * @throws ScimError 400 invalidValue, mutability
 */
export function planGroupPatch(id: string, operations: readonly PatchOperation[]): GroupPatchPlan {
  const draft: Draft = { displayName: undefined, externalId: undefined, members: [], ignored: [] };
  for (const operation of operations) planOperation(draft, id, operation);
  return draft;
}

function planOperation(draft: Draft, id: string, { op, path, value, label }: PatchOperation): void {
  if (path) {
    planAt(draft, id, op, path, value, label);
    return;
  }
  for (const [key, inner] of Object.entries(isJsonObject(value) ? value : {})) {
    if (key.toLowerCase() === "schemas") continue;
    const known = knownPath(key, groupType());
    if (known) planAt(draft, id, op, known, inner, key);
    else draft.ignored.push(key);
  }
}

function planAt(
  draft: Draft,
  id: string,
  op: PatchOperation["op"],
  path: PatchPath,
  value: JsonValue | undefined,
  label: string,
): void {
  if (path.kind !== "attribute") {
    draft.ignored.push(label);
    return;
  }
  const { attribute } = path.path;
  switch (attribute.name) {
    case "displayName":
      draft.displayName = requiredText(op, value && singleValue(attribute, value), label);
      return;
    case "externalId":
      draft.externalId = op === "remove" ? null : optionalText(value, label);
      return;
    case "members":
      draft.members.push(...memberSteps(op, path, value, label));
      return;
    default:
      if (op !== "remove" && attribute.name === "id" && sameId({ id }, value ?? null)) return;
      throw badRequest("mutability", `${label} is read-only: the server alone sets it.`);
  }
}

function memberSteps(
  op: PatchOperation["op"],
  { path, filter, sub }: Extract<PatchPath, { kind: "attribute" }>,
  value: JsonValue | undefined,
  label: string,
): MembershipStep[] {
  if (sub || (filter && op !== "remove")) {
    throw badRequest("mutability", `${label}: a member is added or removed as a whole, never changed.`);
  }
  if (filter) return [removalBy(filter)];
  const sent = value === undefined ? [] : sentMemberIds(path.attribute, value, label);
  switch (op) {
    case "add":
      return [{ kind: "add", ids: sent }];
    case "replace":
      return [{ kind: "clear" }, { kind: "add", ids: sent }];
    case "remove":
      // Entra removes by a list of values: only these (identity-providers.md).
      return [value === undefined || value === null ? { kind: "clear" } : { kind: "remove", ids: sent }];
  }
}

function removalBy(filter: Filter): MembershipStep {
  const byValue =
    filter.kind === "compare" &&
    filter.op === "eq" &&
    filter.path.kind === "stored" &&
    filter.path.sub?.name === "value";
  if (byValue && typeof filter.value === "string") return { kind: "removeOne", id: filter.value };
  return { kind: "removeWhere", filter };
}

/** @throws ScimError 400 invalidValue, for a group as a member too (product.md, "Groups") */
function sentMemberIds(attribute: Attribute, value: JsonValue, label: string): readonly string[] {
  const members = coerceElements(attribute, listOf(value), label, () => {}) ?? [];
  if (members.every((member) => isJsonObject(member) && member.value !== undefined))
    return memberIds(members);
  throw badRequest(
    "invalidValue",
    `${label}: each member must be an object with the account's id as its value.`,
  );
}

function requiredText(op: PatchOperation["op"], value: JsonValue | undefined, label: string): string {
  if (op !== "remove" && typeof value === "string" && value !== "") return value;
  throw badRequest("invalidValue", `${label} is required and must be a string that is not empty.`);
}

function optionalText(value: JsonValue | undefined, label: string): string | null {
  if (value === undefined || value === null || value === "") return null;
  if (typeof value === "string") return value;
  throw badRequest("invalidValue", `${label} must be a string.`);
}
