import { badRequest } from "../error";
import { isJsonObject, type JsonObject, type JsonValue } from "../json";
import type { Attribute, ResourceType, Schema } from "../schema/attribute";
import { findAttribute, storedSchema } from "../schema/lookup";
import { coerce } from "./coerce";
import { hasMeaning } from "./element";
import { findKey } from "./key";
import { memberIds } from "./members";
import { isUnassigned, kindOf } from "./simple-value";

/** A resource as it is stored, and the paths of what was accepted and not stored. */
export interface ValidResource {
  readonly resource: JsonObject;
  readonly ignored: readonly string[];
}

/**
 * The body of a POST or PUT as a canonical resource of the type: names and URNs canonical,
 * values of their JSON types, extensions under their URN, nothing unassigned and nothing
 * readOnly. Leniencies: protocol.md, "Attributes".
 * @throws ScimError 400 invalidValue naming the attribute
 */
export function validateResource(
  body: JsonObject,
  type: ResourceType,
  purpose: "create" | "replace",
): ValidResource {
  const reader = new ResourceReader(type);
  for (const [key, value] of Object.entries(body)) reader.read(key, value);
  const resource = reader.resource();
  requireAttributes(resource, type, purpose);
  return { resource, ignored: [...reader.ignored] };
}

/** Gathers the attributes of one body, whichever way each of them is named. */
class ResourceReader {
  /** The paths of what is not stored, each once. */
  readonly ignored = new Set<string>();
  readonly #type: ResourceType;
  readonly #values = new Map<Schema, Map<string, JsonValue>>();
  /** The attributes given, assigned or not, by their canonical path. */
  readonly #given = new Set<string>();

  constructor(type: ResourceType) {
    this.#type = type;
  }

  read(key: string, value: JsonValue): void {
    const found = findKey(key, this.#type);
    if (key.toLowerCase() === "schemas") this.#readSchemas(value);
    else if (found?.kind === "extension") this.#readExtension(found.schema, value);
    else if (found === undefined || found.sub !== undefined) this.ignored.add(key);
    else this.#readAttribute(found.schema, found.attribute, value);
  }

  resource(): JsonObject {
    const core = this.#values.get(this.#type.schema) ?? new Map<string, JsonValue>();
    const members = core.get("members");
    if (this.#type.id === "Group" && members !== undefined) {
      core.set(
        "members",
        memberIds(members).map((id) => ({ value: id, type: "User" })),
      );
    }
    const extensions = this.#type.extensions.flatMap((schema): [string, JsonValue][] => {
      const values = this.#values.get(schema);
      return values === undefined ? [] : [[schema.id, Object.fromEntries(values)]];
    });
    return Object.fromEntries([...core, ...extensions]);
  }

  #readExtension(schema: Schema, value: JsonValue): void {
    if (isUnassigned(value)) return;
    if (!isJsonObject(value)) {
      throw badRequest("invalidValue", `${schema.id} must be an object, not ${kindOf(value)}.`);
    }
    for (const [name, given] of Object.entries(value)) {
      const attribute = findAttribute(schema.attributes, name);
      if (attribute === undefined) this.ignored.add(`${schema.id}:${name}`);
      else this.#readAttribute(schema, attribute, given);
    }
  }

  #readAttribute(schema: Schema, attribute: Attribute, value: JsonValue): void {
    // RFC 7644 §3.3 and §3.5.1: what is readOnly is ignored.
    if (attribute.mutability === "readOnly") return;
    const label = schema === this.#type.schema ? attribute.name : `${schema.id}:${attribute.name}`;
    if (this.#given.has(label)) {
      throw badRequest("invalidValue", `${label} is given twice, once under its URN and once without.`);
    }
    this.#given.add(label);
    const read = coerce(attribute, value, label, (path) => this.ignored.add(path));
    const assigned = Array.isArray(read) ? meaningful(attribute, read) : read;
    if (assigned === undefined) return;
    const values = this.#values.get(schema) ?? new Map<string, JsonValue>();
    this.#values.set(schema, values.set(attribute.name, assigned));
  }

  /** Missing schemas are forgiven, and so is one that nobody here knows (Entra names one of its own for groups). */
  #readSchemas(value: JsonValue): void {
    if (value === null) return;
    const urns: readonly JsonValue[] | undefined = Array.isArray(value) ? value : undefined;
    if (urns === undefined)
      throw badRequest("invalidValue", `schemas must be a list of URNs, not ${kindOf(value)}.`);
    for (const urn of urns) {
      if (typeof urn !== "string") throw badRequest("invalidValue", "schemas must be a list of URNs.");
      if (storedSchema(this.#type, urn) === undefined) this.ignored.add(urn);
    }
  }
}

function meaningful(attribute: Attribute, elements: readonly JsonValue[]): readonly JsonValue[] | undefined {
  const kept = elements.filter((element) => hasMeaning(attribute, element));
  return kept.length === 0 ? undefined : kept;
}

const WHY = {
  create: "is required to create a",
  replace: "is required, because a PUT replaces the whole",
  patch: "is required and cannot be removed from a",
} as const;

/** @throws ScimError 400 invalidValue naming the first required attribute that has no value */
export function requireAttributes(
  resource: JsonObject,
  type: ResourceType,
  purpose: "create" | "replace" | "patch",
): void {
  for (const schema of [type.schema, ...type.extensions]) {
    const extension = schema !== type.schema;
    const holder = extension ? resource[schema.id] : resource;
    for (const attribute of schema.attributes) {
      if (!attribute.required || attribute.mutability === "readOnly") continue;
      if (isJsonObject(holder) && Object.hasOwn(holder, attribute.name)) continue;
      const label = extension ? `${schema.id}:${attribute.name}` : attribute.name;
      throw badRequest("invalidValue", `${label} ${WHY[purpose]} ${type.id}.`);
    }
  }
}
