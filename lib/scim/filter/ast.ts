import type { AttributePath } from "../path";

/** RFC 7644 §3.4.2.2, the comparison operators that take a value. */
export type CompareOp = "eq" | "ne" | "co" | "sw" | "ew" | "gt" | "ge" | "lt" | "le";

/** The comparison values of RFC 7644 figure 1: JSON literals. */
export type FilterValue = string | number | boolean | null;

/** A filter, parsed and resolved against a resource type (RFC 7644 §3.4.2.2). */
export type Filter =
  | {
      readonly kind: "compare";
      readonly path: AttributePath;
      readonly op: CompareOp;
      readonly value: FilterValue;
    }
  | { readonly kind: "present"; readonly path: AttributePath }
  | { readonly kind: "and" | "or"; readonly left: Filter; readonly right: Filter }
  | { readonly kind: "not"; readonly filter: Filter }
  /** One element of a multi-valued attribute that meets the whole inner filter: `emails[type eq "work"]`. */
  | { readonly kind: "some"; readonly path: AttributePath; readonly filter: Filter };
