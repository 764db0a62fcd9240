import { foldCase } from "../compare";
import { badRequest } from "../error";
import type { Filter } from "../filter/ast";
import { elementMatches } from "../filter/match";
import { isJsonObject, type JsonObject, type JsonValue } from "../json";
import { coerce, coerceElements, isPrimary, type OnIgnored } from "../resource/coerce";
import { mergedElements } from "../resource/element";
import type { Attribute } from "../schema/attribute";
import { findAttribute } from "../schema/lookup";
import { listOf } from "./leniency";

/** What an operation does to the elements of one multi-valued attribute. */
export interface ElementChange {
  readonly op: "add" | "replace" | "remove";
  readonly attribute: Attribute;
  readonly filter: Filter | undefined;
  readonly sub: Attribute | undefined;
  readonly value: JsonValue | undefined;
  readonly label: string;
}

type Elements = readonly JsonValue[];

/**
 * The elements after an operation (RFC 7644 §3.5.2.1–3.5.2.3). A new primary demotes the
 * old one.
 *
 * @throws ScimError 400 noTarget, invalidValue
 */
export function changeElements(before: Elements, change: ElementChange, onIgnored: OnIgnored): Elements {
  if (change.filter) return changeMatching(before, change, change.filter, onIgnored);
  if (change.sub) return changeSub(before, change, change.sub, () => true, onIgnored);
  const { op, attribute, value, label } = change;
  const sent = value === undefined ? [] : (coerceElements(attribute, listOf(value), label, onIgnored) ?? []);
  switch (op) {
    case "add":
      return demoted(mergedElements(attribute, before, sent), sent);
    case "replace":
      return sent;
    case "remove":
      // Entra removes members by a list of values: only these (identity-providers.md).
      return value === undefined || value === null ? [] : withoutElements(before, sent, attribute);
  }
}

function changeMatching(
  before: Elements,
  change: ElementChange,
  filter: Filter,
  onIgnored: OnIgnored,
): Elements {
  const { op, attribute, sub, value, label } = change;
  const matching = new Set(before.filter((element) => elementMatches(filter, element)));
  if (matching.size === 0) return addMatching(before, change, filter, onIgnored);
  const isMatching = (element: JsonValue) => matching.has(element);
  if (sub) return changeSub(before, change, sub, isMatching, onIgnored);
  if (op === "remove") return before.filter((element) => !isMatching(element));
  const [sent] = coerceElements(attribute, listOf(value ?? null), label, onIgnored) ?? [];
  if (sent === undefined) return before.filter((element) => !isMatching(element));
  const changed = before.map((element) => (isMatching(element) ? merged(element, sent) : element));
  return demoted(changed, [sent]);
}

/** `add emails[type eq "work"].value` with no such element makes one, of that type (protocol.md, "PATCH"). */
function addMatching(
  before: Elements,
  change: ElementChange,
  filter: Filter,
  onIgnored: OnIgnored,
): Elements {
  const { op, attribute, sub, value, label } = change;
  const given = op === "add" ? equalities(filter) : undefined;
  if (!given) {
    throw badRequest(
      "noTarget",
      `${label}: no value of ${attribute.name} matches the filter, so there is nothing to ${op}.`,
    );
  }
  const sent = sub
    ? coerce(sub, value ?? null, label, onIgnored)
    : coerceElements(attribute, listOf(value ?? null), label, onIgnored)?.[0];
  if (sent === undefined) return before;
  const element = merged(given, sub ? { [sub.name]: sent } : sent);
  return demoted([...before, element], [element]);
}

function changeSub(
  before: Elements,
  { op, value, label }: ElementChange,
  sub: Attribute,
  isMatching: (element: JsonValue) => boolean,
  onIgnored: OnIgnored,
): Elements {
  const sent = op === "remove" ? undefined : coerce(sub, value ?? null, label, onIgnored);
  if (before.length === 0) return sent === undefined ? before : [{ [sub.name]: sent }];
  const changed = before.flatMap((element): Elements => {
    if (!isMatching(element) || !isJsonObject(element)) return [element];
    const { [sub.name]: _old, ...rest } = element;
    if (sent !== undefined) return [{ ...element, [sub.name]: sent }];
    // An e-mail address without its value is none, though its type be left.
    return sub.name === "value" || Object.keys(rest).length === 0 ? [] : [rest];
  });
  return sub.name === "primary" && sent === true
    ? demoted(changed, changed.filter(isPrimary).slice(-1))
    : changed;
}

/** The elements that a list of values does not name. Without a type it names the value, of whatever type. */
function withoutElements(before: Elements, named: Elements, attribute: Attribute): Elements {
  const keys = new Set(named.map((element) => identity(element, attribute)));
  return before.filter((element) => {
    const untyped = isJsonObject(element) ? { value: element.value ?? null } : element;
    return !keys.has(identity(element, attribute)) && !keys.has(identity(untyped, attribute));
  });
}

/** By what two elements are one and the same: value and type (RFC 7643 §2.4), in the form they compare. */
function identity(element: JsonValue, attribute: Attribute): string {
  if (!isJsonObject(element)) return JSON.stringify(element);
  const value = findAttribute(attribute.subAttributes, "value");
  const text =
    typeof element.value === "string" && !value?.caseExact ? foldCase(element.value) : element.value;
  return JSON.stringify([text ?? null, typeof element.type === "string" ? foldCase(element.type) : null]);
}

function merged(element: JsonValue, sent: JsonValue): JsonValue {
  return isJsonObject(element) && isJsonObject(sent) ? { ...element, ...sent } : sent;
}

/** With a new primary among the changed, every other one is none. */
function demoted(elements: Elements, changed: Elements): Elements {
  const primary = changed.find(isPrimary);
  if (!isJsonObject(primary)) return elements;
  const chosen = elements.findLast((element) => isPrimary(element) && contains(element, primary));
  return elements.map((element) =>
    isJsonObject(element) && element.primary === true && element !== chosen
      ? { ...element, primary: false }
      : element,
  );
}

function contains(element: JsonValue, part: JsonObject): boolean {
  return isJsonObject(element) && Object.entries(part).every(([key, value]) => element[key] === value);
}

/** The element that a filter of equalities joined by `and` describes; undefined for any other filter. */
function equalities(filter: Filter): JsonObject | undefined {
  if (filter.kind === "and") {
    const [left, right] = [equalities(filter.left), equalities(filter.right)];
    return left && right && { ...left, ...right };
  }
  if (filter.kind !== "compare" || filter.op !== "eq" || filter.value === null) return undefined;
  if (filter.path.kind !== "stored" || !filter.path.sub) return undefined;
  return { [filter.path.sub.name]: filter.value };
}
