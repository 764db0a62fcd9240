import { isJsonObject, type JsonObject, type JsonValue } from "@/lib/scim/json";

/**
 * A resource updated with what was sent: each attribute sent takes the place of the
 * one that was there, extensions attribute by attribute; what was not sent stays.
 */
export function mergeResource(existing: JsonObject, sent: JsonObject): JsonObject {
  const merged: Record<string, JsonValue> = { ...existing };
  for (const [name, value] of Object.entries(sent)) {
    const before = merged[name];
    const extension = name.includes(":") && isJsonObject(before) && isJsonObject(value);
    merged[name] = extension ? { ...before, ...value } : value;
  }
  return merged;
}
