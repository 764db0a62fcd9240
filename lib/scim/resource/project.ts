import { isJsonObject, type JsonObject, type JsonValue } from "../json";
import { extensionOf, resolvePath } from "../path";
import type { Attribute, ResourceType, Schema } from "../schema/attribute";
import { findAttribute, storedSchema } from "../schema/lookup";

/** Which attributes an answer shows (RFC 7644 §3.9). */
export type Projection =
  | { readonly kind: "default" }
  | { readonly kind: "only" | "without"; readonly names: Selection };

/** By schema URN, then attribute name: the sub-attributes named, or all of the attribute. */
type Selection = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string> | "all">>;

const DEFAULT_PROJECTION: Projection = { kind: "default" };

/**
 * The lists of `attributes` and `excludedAttributes`. They exclude each other (RFC 7644
 * §3.9); of a client that sends both, the narrower wish counts: `attributes`. Names that
 * nothing knows select nothing.
 */
export function parseProjection(
  query: { readonly attributes?: string | null; readonly excludedAttributes?: string | null },
  type: ResourceType,
): Projection {
  const only = namesOf(query.attributes);
  if (only.length > 0) return { kind: "only", names: selection(only, type) };
  const without = namesOf(query.excludedAttributes);
  if (without.length > 0) return { kind: "without", names: selection(without, type) };
  return DEFAULT_PROJECTION;
}

/** Whether the answer shows an attribute of the core schema: one that is dear to load need not be. */
export function wants(projection: Projection, attribute: string): boolean {
  if (projection.kind === "default") return true;
  const named = [...projection.names.values()].map((names) => names.get(attribute));
  if (projection.kind === "only") return named.some((subs) => subs !== undefined);
  return !named.some((subs) => subs === "all");
}

/**
 * What of a canonical resource is shown. `id` and `schemas` always are, what is
 * `returned: never` never; `schemas` lists the extensions that have values.
 */
export function project(resource: JsonObject, projection: Projection, type: ResourceType): JsonObject {
  const schemas = [type.schema.id];
  const shown: Record<string, JsonValue> = { schemas };
  for (const [name, value] of Object.entries(resource)) {
    const extension = storedSchema(type, name);
    if (extension && isJsonObject(value)) {
      const inner = projectAttributes(value, extension, projection);
      if (Object.keys(inner).length === 0) continue;
      schemas.push(extension.id);
      shown[extension.id] = inner;
      continue;
    }
    const kept = projectAttribute(name, value, type.schema, projection);
    if (kept !== undefined) shown[name] = kept;
  }
  return shown;
}

function projectAttributes(values: JsonObject, schema: Schema, projection: Projection): JsonObject {
  const shown: Record<string, JsonValue> = {};
  for (const [name, value] of Object.entries(values)) {
    const kept = projectAttribute(name, value, schema, projection);
    if (kept !== undefined) shown[name] = kept;
  }
  return shown;
}

function projectAttribute(
  name: string,
  value: JsonValue,
  schema: Schema,
  projection: Projection,
): JsonValue | undefined {
  const attribute = findAttribute(schema.attributes, name);
  if (!attribute || attribute.returned === "never") return undefined;
  if (attribute.returned === "always") return value;
  if (projection.kind === "default") return attribute.returned === "request" ? undefined : value;
  const named = projection.names.get(schema.id)?.get(attribute.name);
  if (projection.kind === "only")
    return named && keepSubs(value, attribute, (sub) => named === "all" || named.has(sub));
  if (attribute.returned === "request" || named === "all") return undefined;
  return named ? keepSubs(value, attribute, (sub) => !named.has(sub)) : value;
}

function keepSubs(
  value: JsonValue,
  attribute: Attribute,
  keep: (sub: string) => boolean,
): JsonValue | undefined {
  if (Array.isArray(value)) {
    const elements = value.flatMap((element) => keepSubs(element, attribute, keep) ?? []);
    return elements.length === 0 ? undefined : elements;
  }
  if (!isJsonObject(value)) return value;
  const kept = Object.fromEntries(Object.entries(value).filter(([sub]) => keep(sub)));
  return Object.keys(kept).length === 0 ? undefined : kept;
}

function namesOf(list: string | null | undefined): string[] {
  return (list ?? "")
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

function selection(names: readonly string[], type: ResourceType): Selection {
  const selected = new Map<string, Map<string, Set<string> | "all">>();
  for (const name of names) {
    for (const [schema, attribute, sub] of targets(name, type)) {
      const attributes = selected.get(schema.id) ?? new Map<string, Set<string> | "all">();
      selected.set(schema.id, attributes);
      const before = attributes.get(attribute.name);
      if (sub === undefined || before === "all") attributes.set(attribute.name, "all");
      else attributes.set(attribute.name, new Set([...(before ?? []), sub]));
    }
  }
  return selected;
}

type Target = readonly [schema: Schema, attribute: Attribute, sub: string | undefined];

function targets(name: string, type: ResourceType): readonly Target[] {
  const whole = extensionOf(name, type);
  if (whole) return whole.attributes.map((attribute): Target => [whole, attribute, undefined]);
  const path = resolved(name, type);
  return path?.kind === "stored" ? [[path.schema, path.attribute, path.sub?.name]] : [];
}

function resolved(name: string, type: ResourceType) {
  try {
    return resolvePath(name, type, "invalidPath");
  } catch {
    return undefined;
  }
}
