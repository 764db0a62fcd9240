import { badRequest } from "../error";
import { isJsonObject, type JsonObject, type JsonValue } from "../json";
import type { PatchPath } from "../patch-path";
import { coerce, type OnIgnored } from "../resource/coerce";
import { requireAttributes } from "../resource/validate";
import type { Attribute, ResourceType, Schema } from "../schema/attribute";
import { storedSchema } from "../schema/lookup";
import { changeElements } from "./elements";
import { knownPath } from "./known-path";
import { sameId, singleValue, unchanged } from "./leniency";
import type { PatchOperation } from "./parse";

/** The resource after the operations, and what was accepted and not stored, as sent. */
export interface Patched {
  readonly resource: JsonObject;
  readonly ignored: string[];
}

type AttributeTarget = Extract<PatchPath, { kind: "attribute" }>;

interface Change {
  readonly op: PatchOperation["op"];
  readonly value: JsonValue | undefined;
  readonly label: string;
}

/**
 * Applies operations in their order (RFC 7644 §3.5.2). Pure: the resource given is not
 * touched, and an error leaves nothing behind.
 *
 * @param resource canonical
 * @throws ScimError 400 invalidPath, invalidValue, invalidFilter, noTarget, mutability
 */
export function applyPatch(
  resource: JsonObject,
  operations: readonly PatchOperation[],
  type: ResourceType,
): Patched {
  const ignored: string[] = [];
  const onIgnored = (path: string) => ignored.push(path);
  const patched = operations.reduce(
    (state, operation) => applyOperation(state, operation, type, onIgnored),
    resource,
  );
  requireAttributes(patched, type, "patch");
  return { resource: patched, ignored };
}

function applyOperation(
  state: JsonObject,
  { op, path, value, label }: PatchOperation,
  type: ResourceType,
  onIgnored: OnIgnored,
): JsonObject {
  if (path) return applyAt(state, path, { op, value, label }, type, onIgnored);
  if (!isJsonObject(value)) return state;
  return applyPartial(state, value, op, type, onIgnored);
}

/** A value without a path: a partial resource, with dotted and URN-qualified keys too. */
function applyPartial(
  state: JsonObject,
  partial: JsonObject,
  op: PatchOperation["op"],
  type: ResourceType,
  onIgnored: OnIgnored,
): JsonObject {
  return Object.entries(partial).reduce((current, [key, value]) => {
    if (key.toLowerCase() === "schemas") return current;
    if (storedSchema(type, key) === type.schema && isJsonObject(value)) {
      return applyPartial(current, value, op, type, onIgnored);
    }
    const path = knownPath(key, type);
    if (path) return applyAt(current, path, { op, value, label: key }, type, onIgnored);
    onIgnored(key);
    return current;
  }, state);
}

function applyAt(
  state: JsonObject,
  path: PatchPath,
  change: Change,
  type: ResourceType,
  onIgnored: OnIgnored,
): JsonObject {
  switch (path.kind) {
    case "ignored":
      onIgnored(change.label);
      return state;
    case "extension":
      return applyExtension(state, path.schema, change, type, onIgnored);
    case "attribute":
      return applyAttribute(state, path, change, onIgnored);
  }
}

function applyExtension(
  state: JsonObject,
  schema: Schema,
  { op, value, label }: Change,
  type: ResourceType,
  onIgnored: OnIgnored,
): JsonObject {
  if (op === "remove" || value === null || value === "") {
    const { [schema.id]: _removed, ...rest } = state;
    return rest;
  }
  if (!isJsonObject(value))
    throw badRequest("invalidValue", `${label} must be an object of the attributes of the extension.`);
  const qualified = Object.entries(value).map(([key, inner]): [string, JsonValue] => [
    `${schema.id}:${key}`,
    inner,
  ]);
  return applyPartial(state, Object.fromEntries(qualified), op, type, onIgnored);
}

function applyAttribute(
  state: JsonObject,
  target: AttributeTarget,
  change: Change,
  onIgnored: OnIgnored,
): JsonObject {
  const { schema, extension, attribute } = target.path;
  const holder = extension ? state[schema.id] : state;
  const values = isJsonObject(holder) ? holder : {};
  const before = values[attribute.name];
  if (refuseReadOnly(state, before, target, change)) return state;
  const after = changedValue(before, target, change, onIgnored);
  const next = withValue(values, attribute.name, after);
  if (!extension) return next;
  return withValue(state, schema.id, Object.keys(next).length === 0 ? undefined : next);
}

/** true when the change of a read-only attribute is none. @throws ScimError 400 mutability */
function refuseReadOnly(
  state: JsonObject,
  before: JsonValue | undefined,
  { path: { attribute }, sub }: AttributeTarget,
  { op, value, label }: Change,
): boolean {
  if (attribute.mutability !== "readOnly" && sub?.mutability !== "readOnly") return false;
  const same = attribute.name === "id" ? sameId(state, value ?? null) : unchanged(before, value ?? null);
  if (op !== "remove" && !sub && same) return true;
  throw badRequest("mutability", `${label} is read-only: the server alone sets it.`);
}

function changedValue(
  before: JsonValue | undefined,
  { path: { attribute }, filter, sub }: AttributeTarget,
  { op, value, label }: Change,
  onIgnored: OnIgnored,
): JsonValue | undefined {
  if (attribute.multiValued) {
    const elements = Array.isArray(before) ? before : [];
    const after = changeElements(elements, { op, attribute, filter, sub, value, label }, onIgnored);
    return after.length === 0 ? undefined : after;
  }
  if (sub) return changedSub(before, sub, { op, value, label }, onIgnored);
  if (op === "remove") return undefined;
  const sent = coerce(attribute, singleValue(attribute, value ?? null), label, onIgnored);
  return attribute.type === "complex" ? mergedComplex(before, sent) : sent;
}

// RFC 7644 §3.5.2.1 and §3.5.2.3: what the value does not name stays.
function mergedComplex(before: JsonValue | undefined, sent: JsonValue | undefined): JsonValue | undefined {
  return isJsonObject(before) && isJsonObject(sent) ? { ...before, ...sent } : sent;
}

function changedSub(
  before: JsonValue | undefined,
  sub: Attribute,
  { op, value, label }: Change,
  onIgnored: OnIgnored,
): JsonValue | undefined {
  const values = isJsonObject(before) ? before : {};
  const sent = op === "remove" ? undefined : coerce(sub, value ?? null, label, onIgnored);
  const next = withValue(values, sub.name, sent);
  return Object.keys(next).length === 0 ? undefined : next;
}

function withValue(values: JsonObject, name: string, value: JsonValue | undefined): JsonObject {
  const { [name]: _before, ...rest } = values;
  return value === undefined ? rest : { ...values, [name]: value };
}
