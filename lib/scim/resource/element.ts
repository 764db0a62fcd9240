import { foldCase } from "../compare";
import { badRequest } from "../error";
import { isJsonObject, type JsonObject, type JsonValue } from "../json";
import type { Attribute } from "../schema/attribute";
import { findAttribute } from "../schema/lookup";

/**
 * Elements of a multi-valued attribute with others added, none of them twice: the same value
 * with the same type is the same element (RFC 7643 §2.4), and so is the same value without a
 * type. What is added to an element that is there is merged into it.
 */
export function mergedElements(
  attribute: Attribute,
  present: readonly JsonValue[],
  added: readonly JsonValue[],
): readonly JsonValue[] {
  const elements = [...present];
  const places = new Map<string, number>();
  elements.forEach((element, index) => {
    remember(places, attribute, element, index);
  });
  for (const element of added) {
    const place = places.get(keyOf(attribute, element));
    const known = place === undefined ? undefined : elements[place];
    if (place === undefined || known === undefined) {
      remember(places, attribute, element, elements.push(element) - 1);
    } else if (isJsonObject(known) && isJsonObject(element)) {
      elements[place] = mergedObjects(known, element);
    }
  }
  return elements;
}

/** At most one element is primary (RFC 7643 §2.4). @throws ScimError 400 invalidValue */
export function checkOnePrimary(elements: readonly JsonValue[], label: string): void {
  if (elements.filter(isPrimary).length > 1) {
    throw badRequest("invalidValue", `${label}: at most one of the values may be primary.`);
  }
}

export function isPrimary(element: JsonValue): boolean {
  return isJsonObject(element) && element.primary === true;
}

/**
 * Whether an element says something. Without its `value`, what is left (type, primary) is about
 * nothing.
 */
export function hasMeaning(attribute: Attribute, element: JsonValue): boolean {
  if (!isJsonObject(element)) return true;
  const value = findAttribute(attribute.subAttributes, "value");
  return value === undefined ? Object.keys(element).length > 0 : Object.hasOwn(element, value.name);
}

// An object that adds nothing new stays itself, so that "nothing changed" can be seen.
function mergedObjects(known: JsonObject, added: JsonObject): JsonObject {
  const isNew = Object.entries(added).some(([name, value]) => known[name] !== value);
  return isNew ? { ...known, ...added } : known;
}

function remember(
  places: Map<string, number>,
  attribute: Attribute,
  element: JsonValue,
  index: number,
): void {
  const keys = [keyOf(attribute, element)];
  if (isJsonObject(element) && Object.hasOwn(element, "value")) {
    keys.push(keyOf(attribute, { value: element.value ?? null }));
  }
  for (const key of keys) if (!places.has(key)) places.set(key, index);
}

function keyOf(attribute: Attribute, element: JsonValue): string {
  if (!isJsonObject(element)) return folded(attribute, element);
  // Elements without a value, such as addresses, are the same only as a whole.
  const names = Object.hasOwn(element, "value") ? ["value", "type"] : Object.keys(element).sort();
  return JSON.stringify(
    names.map((name) => [
      name,
      folded(findAttribute(attribute.subAttributes, name) ?? attribute, element[name]),
    ]),
  );
}

function folded(attribute: Attribute, value: JsonValue | undefined): string {
  return typeof value === "string" && !attribute.caseExact
    ? JSON.stringify(foldCase(value))
    : (JSON.stringify(value) ?? "");
}
