import { badRequest } from "../error";
import type { Filter } from "../filter/ast";

/** One step of a change of members, in the order of the operations. */
export type MembershipStep =
  | { readonly kind: "clear" }
  | { readonly kind: "add" | "remove"; readonly ids: readonly string[] }
  /** By value filter: somebody must be removed (RFC 7644 §3.5.2, noTarget). */
  | { readonly kind: "removeOne"; readonly id: string }
  | { readonly kind: "removeWhere"; readonly filter: Filter };

/** Steps taken together: what they do to a set of members, whatever it holds. */
export interface NetMembership {
  /** Whether the members that `add` does not name leave. */
  readonly clear: boolean;
  readonly add: ReadonlySet<string>;
  readonly remove: ReadonlySet<string>;
  /** Who must be a member beforehand. */
  readonly mustMatch: ReadonlySet<string>;
}

export const NO_CHANGE: NetMembership = {
  clear: false,
  add: new Set(),
  remove: new Set(),
  mustMatch: new Set(),
};

/**
 * The change with one more step.
 *
 * @throws ScimError 400 noTarget when it is known already that nobody matches
 */
export function thenStep(
  change: NetMembership,
  step: Exclude<MembershipStep, { kind: "removeWhere" }>,
): NetMembership {
  switch (step.kind) {
    case "clear":
      return { ...NO_CHANGE, clear: true, mustMatch: change.mustMatch };
    case "add":
      return { ...change, add: union(change.add, step.ids), remove: without(change.remove, step.ids) };
    case "remove":
      return { ...change, add: without(change.add, step.ids), remove: union(change.remove, step.ids) };
    case "removeOne":
      return thenRemoveOne(change, step.id);
  }
}

function thenRemoveOne(change: NetMembership, id: string): NetMembership {
  const removed = thenStep(change, { kind: "remove", ids: [id] });
  if (change.add.has(id)) return removed;
  if (change.clear || change.remove.has(id)) throw noMember(id);
  return { ...removed, mustMatch: union(change.mustMatch, [id]) };
}

function noMember(id: string) {
  return badRequest("noTarget", `members: no member of this group has the value ${JSON.stringify(id)}.`);
}

function union(set: ReadonlySet<string>, ids: readonly string[]): Set<string> {
  return new Set([...set, ...ids]);
}

function without(set: ReadonlySet<string>, ids: readonly string[]): Set<string> {
  const gone = new Set(ids);
  return new Set([...set].filter((id) => !gone.has(id)));
}
