import { badRequest } from "../error";
import { isJsonObject, type JsonObject, type JsonValue } from "../json";
import { type PatchPath, parsePatchPath } from "../patch-path";
import { quote } from "../path";
import type { ResourceType } from "../schema/attribute";
import { property } from "./leniency";

/** One operation of a PATCH (RFC 7644 §3.5.2), its path resolved. */
export interface PatchOperation {
  readonly op: "add" | "replace" | "remove";
  /** undefined: the value is a partial resource. Never so for remove. */
  readonly path: PatchPath | undefined;
  /** undefined: none was sent, which only remove may do. */
  readonly value: JsonValue | undefined;
  /** How the sender calls the target, for errors. */
  readonly label: string;
}

const MOST_OPERATIONS = 1000;

/**
 * The operations of a PATCH body. A missing `schemas` is forgiven.
 *
 * @throws ScimError 400 invalidSyntax, invalidValue, invalidPath, invalidFilter, noTarget
 */
export function parsePatch(body: JsonObject, type: ResourceType): PatchOperation[] {
  const operations = property(body, "Operations");
  if (!Array.isArray(operations)) {
    throw badRequest("invalidSyntax", "A PATCH needs Operations, a list (RFC 7644 section 3.5.2).");
  }
  if (operations.length === 0)
    throw badRequest("invalidSyntax", "Operations is empty: there is nothing to do.");
  if (operations.length > MOST_OPERATIONS) {
    throw badRequest("invalidValue", `A PATCH may have at most ${MOST_OPERATIONS} Operations; send several.`);
  }
  return operations.map((operation, index) => parseOperation(operation, index + 1, type));
}

function parseOperation(operation: JsonValue, position: number, type: ResourceType): PatchOperation {
  if (!isJsonObject(operation)) throw badRequest("invalidSyntax", `Operation ${position} must be an object.`);
  const op = parseOp(property(operation, "op"), position);
  const text = property(operation, "path") ?? "";
  if (typeof text !== "string")
    throw badRequest("invalidPath", `The path of operation ${position} must be a string.`);
  const value = property(operation, "value");
  const path = text.trim() === "" ? undefined : parsePatchPath(text.trim(), type);
  if (op === "remove") {
    if (path) return { op, path, value, label: text };
    throw badRequest("noTarget", `Operation ${position}: remove needs a path (RFC 7644 section 3.5.2.2).`);
  }
  if (value === undefined) throw badRequest("invalidValue", `Operation ${position}: ${op} needs a value.`);
  if (path || isJsonObject(value)) return { op, path, value, label: text };
  throw badRequest(
    "invalidValue",
    `Operation ${position}: without a path the value must be an object of attributes.`,
  );
}

// Entra capitalises the operations (identity-providers.md).
function parseOp(op: JsonValue | undefined, position: number): PatchOperation["op"] {
  const name = typeof op === "string" ? op.toLowerCase() : "";
  if (name === "add" || name === "replace" || name === "remove") return name;
  throw badRequest(
    "invalidSyntax",
    `Operation ${position}: op must be add, replace or remove, not ${quote(String(op))}.`,
  );
}
