import { isJsonObject, type JsonObject, type JsonValue } from "../json";
import { sameValue } from "../resource/equal";
import type { Attribute } from "../schema/attribute";
import { findAttribute } from "../schema/lookup";

// What real clients send beside the letter of RFC 7644; sources are pages of the contract.

/** A member of a message, its name in any case: attribute names have none (RFC 7643 §2.1). */
export function property(message: JsonObject, name: string): JsonValue | undefined {
  const wanted = name.toLowerCase();
  const key = Object.keys(message).find((candidate) => candidate.toLowerCase() === wanted);
  return key === undefined ? undefined : message[key];
}

/** Entra writes booleans as the strings "True" and "False" (identity-providers.md, "disable, enable"). */
export function spelledBoolean(value: JsonValue): boolean | undefined {
  if (typeof value !== "string") return undefined;
  const spelled = value.toLowerCase();
  return spelled === "true" ? true : spelled === "false" ? false : undefined;
}

/**
 * The value for a singular attribute. Entra sends an array of one, also of one `{value}`, and a
 * plain text for a complex attribute (identity-providers.md, "manager").
 */
export function singleValue(attribute: Attribute, value: JsonValue): JsonValue {
  const [first, ...more]: readonly JsonValue[] = Array.isArray(value) ? value : [];
  const only = first !== undefined && more.length === 0 ? first : value;
  if (attribute.type === "complex") {
    const hasValue = findAttribute(attribute.subAttributes, "value") !== undefined;
    return typeof only === "string" && only !== "" && hasValue ? { value: only } : only;
  }
  return only !== value && isJsonObject(only) && only.value !== undefined ? only.value : only;
}

/**
 * The values for a multi-valued attribute: one without its array is a list of one. RFC 7644
 * §3.5.2.1 speaks of adding "a new value", and clients differ in how they read that.
 */
export function listOf(value: JsonValue): readonly JsonValue[] {
  if (Array.isArray(value)) return value;
  return value === null || value === "" ? [] : [value];
}

/** Okta repeats the id of the group that it renames (identity-providers.md, "rename"). */
export function sameId(resource: JsonObject, value: JsonValue): boolean {
  return typeof value === "string" && resource.id === value;
}

/**
 * Whether a value sent for a readOnly attribute is the one that it has, or a part of it: clients
 * send back what they have read (identity-providers.md, "profile update").
 */
export function unchanged(before: JsonValue | undefined, value: JsonValue): boolean {
  if (listOf(value).length === 0) return before === undefined;
  if (!isJsonObject(before) || !isJsonObject(value)) return sameValue(before, value);
  return Object.entries(value).every(([name, part]) => sameValue(before[name], part));
}
