import { compareCodePoints, foldCase } from "../compare";
import { parseInstant } from "../date-time";
import { isJsonObject, type JsonObject, type JsonValue } from "../json";
import type { AttributePath, StoredPath } from "../path";
import type { Attribute } from "../schema/attribute";
import type { CompareOp, Filter, FilterValue } from "./ast";

/**
 * Whether a canonical resource (canonical names, extensions under their URN) meets a filter.
 * This is what a filter means; filter-sql answers the same, fast.
 *
 * - Absent (missing, null, []): no comparison holds but `ne` a value and `eq null`.
 * - `ne` is always `not eq`: of a multi-valued attribute, no element equals.
 * - Any other comparison of a multi-valued attribute holds when one element meets it.
 * - `pr`: there is a value; "" is one (RFC 7644 table 3: "non-empty or non-null").
 * - Strings compare by foldCase unless the attribute is caseExact, in order by code point;
 *   dates compare as instants, to the millisecond.
 */
export function matches(filter: Filter, resource: JsonObject): boolean {
  return holds(filter, (path) => valuesAt(path, resource));
}

/**
 * Whether one element of a multi-valued attribute meets the filter in the brackets of a value
 * path. The element of a simple attribute is its value.
 */
export function elementMatches(filter: Filter, element: JsonValue): boolean {
  return holds(filter, (path) => elementValues(path, element));
}

type Values = (path: AttributePath) => readonly JsonValue[];

function holds(filter: Filter, values: Values): boolean {
  switch (filter.kind) {
    case "and":
      return holds(filter.left, values) && holds(filter.right, values);
    case "or":
      return holds(filter.left, values) || holds(filter.right, values);
    case "not":
      return !holds(filter.filter, values);
    case "present":
      return values(filter.path).length > 0;
    case "some":
      return values(filter.path).some((element) => elementMatches(filter.filter, element));
    case "compare":
      return compares(filter.path, filter.op, filter.value, values(filter.path));
  }
}

function compares(
  path: AttributePath,
  op: CompareOp,
  wanted: FilterValue,
  values: readonly JsonValue[],
): boolean {
  if (op === "ne") return !compares(path, "eq", wanted, values);
  if (wanted === null) return values.length === 0;
  if (path.kind !== "stored") return false;
  const attribute = path.sub ?? path.attribute;
  return values.some((value) => meets(attribute, value, op, wanted));
}

function meets(attribute: Attribute, value: JsonValue, op: CompareOp, wanted: FilterValue): boolean {
  if (typeof value === "string" && typeof wanted === "string") {
    if (attribute.type === "dateTime") return instantMeets(value, op, wanted);
    return attribute.caseExact
      ? textMeets(value, op, wanted)
      : textMeets(foldCase(value), op, foldCase(wanted));
  }
  if (typeof value === "number" && typeof wanted === "number") return orderMeets(value - wanted, op);
  return op === "eq" && value === wanted;
}

function instantMeets(value: string, op: CompareOp, wanted: string): boolean {
  const [left, right] = [parseInstant(value), parseInstant(wanted)];
  return left !== undefined && right !== undefined && orderMeets(left - right, op);
}

function textMeets(value: string, op: CompareOp, wanted: string): boolean {
  switch (op) {
    case "co":
      return value.includes(wanted);
    case "sw":
      return value.startsWith(wanted);
    case "ew":
      return value.endsWith(wanted);
    default:
      return orderMeets(compareCodePoints(value, wanted), op);
  }
}

function orderMeets(difference: number, op: CompareOp): boolean {
  switch (op) {
    case "eq":
      return difference === 0;
    case "ne":
      return difference !== 0;
    case "gt":
      return difference > 0;
    case "ge":
      return difference >= 0;
    case "lt":
      return difference < 0;
    case "le":
      return difference <= 0;
    case "co":
    case "sw":
    case "ew":
      return false;
  }
}

/** The values that a path reaches, unassigned ones left out. */
function valuesAt(path: AttributePath, resource: JsonObject): readonly JsonValue[] {
  if (path.kind !== "stored") return [];
  const holder = path.extension ? member(resource, path.schema.id) : resource;
  return assigned(member(holder, path.attribute.name)).flatMap((element) => elementValues(path, element));
}

function elementValues(path: AttributePath, element: JsonValue): readonly JsonValue[] {
  if (path.kind !== "stored") return [];
  return assigned(subValue(path, element));
}

function subValue(path: StoredPath, element: JsonValue): JsonValue {
  return path.sub === undefined ? element : member(element, path.sub.name);
}

function member(holder: JsonValue, name: string): JsonValue {
  if (!isJsonObject(holder) || !Object.hasOwn(holder, name)) return null;
  return holder[name] ?? null;
}

// RFC 7643 §2.5: null, [] and what is missing are one and the same; so is a complex value of nothing else.
function assigned(value: JsonValue): readonly JsonValue[] {
  if (value === null) return [];
  if (isJsonObject(value)) {
    return Object.values(value).some((part) => assigned(part).length > 0) ? [value] : [];
  }
  return typeof value === "object" ? value.flatMap(assigned) : [value];
}
