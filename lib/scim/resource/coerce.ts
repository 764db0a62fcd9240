import { badRequest } from "../error";
import { isJsonObject, type JsonObject, type JsonValue } from "../json";
import type { Attribute } from "../schema/attribute";
import { findAttribute } from "../schema/lookup";
import { checkOnePrimary, mergedElements } from "./element";
import { coerceSimple, isUnassigned, kindOf } from "./simple-value";

export { isPrimary } from "./element";

/** Told the path of each sub-attribute that is accepted and not stored. */
export type OnIgnored = (path: string) => void;

/**
 * A value as the attribute's canonical one: names of sub-attributes canonical, values of the
 * right JSON types, nothing unassigned; undefined when nothing is left.
 * @param label the attribute as errors call it
 * @throws ScimError 400 invalidValue naming the attribute and what was expected
 */
export function coerce(
  attribute: Attribute,
  value: JsonValue,
  label: string,
  onIgnored: OnIgnored,
): JsonValue | undefined {
  if (isUnassigned(value)) return undefined;
  if (attribute.multiValued) return coerceElements(attribute, value, label, onIgnored);
  if (attribute.type !== "complex") return coerceSimple(attribute, value, label);
  const object = coerceComplex(attribute, value, label, onIgnored);
  return Object.keys(object).length === 0 ? undefined : object;
}

/** The elements of a multi-valued attribute, none twice and at most one primary; undefined when none is left. */
export function coerceElements(
  attribute: Attribute,
  value: JsonValue,
  label: string,
  onIgnored: OnIgnored,
): readonly JsonValue[] | undefined {
  if (!Array.isArray(value)) {
    throw badRequest("invalidValue", `${label} must be a list of values, not ${kindOf(value)}.`);
  }
  const elements = value.flatMap((element: JsonValue): readonly JsonValue[] => {
    if (isUnassigned(element)) return [];
    if (attribute.type !== "complex") return [coerceSimple(attribute, element, label)];
    const object = coerceComplex(attribute, element, label, onIgnored);
    requireSubAttributes(attribute, object, label);
    return Object.keys(object).length === 0 ? [] : [object];
  });
  if (elements.length === 0) return undefined;
  const distinct = mergedElements(attribute, [], elements);
  checkOnePrimary(distinct, label);
  return distinct;
}

function coerceComplex(
  attribute: Attribute,
  value: JsonValue,
  label: string,
  onIgnored: OnIgnored,
): JsonObject {
  if (!isJsonObject(value)) {
    const names = attribute.subAttributes?.map((sub) => sub.name).join(", ") ?? "";
    const expected = attribute.multiValued ? "a list of objects" : "an object";
    throw badRequest("invalidValue", `${label} must be ${expected} with ${names}, not ${kindOf(value)}.`);
  }
  const canonical = Object.entries(value).flatMap(([name, given]): [string, JsonValue][] => {
    const sub = findAttribute(attribute.subAttributes, name);
    if (sub === undefined) onIgnored(`${label}.${name}`);
    if (sub === undefined || isServersOwn(sub)) return [];
    const read = coerce(sub, given, `${label}.${sub.name}`, onIgnored);
    return read === undefined ? [] : [[sub.name, read]];
  });
  return Object.fromEntries(canonical);
}

function requireSubAttributes(attribute: Attribute, element: JsonObject, label: string): void {
  const missing = attribute.subAttributes?.find((sub) => sub.required && !Object.hasOwn(element, sub.name));
  if (missing === undefined) return;
  throw badRequest("invalidValue", `${label}.${missing.name} is required, and one of the values lacks it.`);
}

// RFC 7643 §2.4: $ref is the URL of what `value` names, and this server alone knows its URLs.
function isServersOwn(sub: Attribute): boolean {
  return sub.mutability === "readOnly" || sub.name === "$ref";
}
