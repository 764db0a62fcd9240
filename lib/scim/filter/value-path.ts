import type { AttributePath, StoredPath } from "../path";
import type { Filter } from "./ast";

/** Whether brackets can follow the path: a complex or multi-valued attribute, without a sub-attribute. */
export function hasElements(path: StoredPath): boolean {
  return path.sub === undefined && (path.attribute.multiValued || path.attribute.type === "complex");
}

/** `path[filter]`. A singular complex attribute is its own only element. */
export function element(path: AttributePath, filter: Filter): Filter {
  if (path.kind !== "stored" || path.attribute.multiValued) return { kind: "some", path, filter };
  return { kind: "and", left: { kind: "present", path }, right: filter };
}

/**
 * `path[inner].sub op value`: one element meets both. `ne` is always `not eq` (match.ts), so that
 * `emails[type eq "work"].value ne "x"` holds, too, where no element meets the inner filter.
 */
export function elementComparison(path: AttributePath, inner: Filter, expression: Filter): Filter {
  const opposite = expression.kind === "compare" ? positive(expression) : undefined;
  const right = opposite ?? expression;
  const found = element(path, { kind: "and", left: inner, right });
  return opposite === undefined ? found : { kind: "not", filter: found };
}

/** The comparison that a negative one (`ne` a value, `eq null`) denies; undefined of a positive one. */
function positive(expression: Extract<Filter, { kind: "compare" }>): Filter | undefined {
  const negative = expression.value === null ? "eq" : "ne";
  if (expression.op !== negative) return undefined;
  return { ...expression, op: negative === "eq" ? "ne" : "eq" };
}
