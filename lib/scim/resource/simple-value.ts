import { parseInstant } from "../date-time";
import { badRequest } from "../error";
import type { JsonValue } from "../json";
import { spelledBoolean } from "../patch/leniency";
import type { Attribute, AttributeType } from "../schema/attribute";

/**
 * Whether a value leaves its attribute unassigned: null and [] (RFC 7643 §2.5), and "", with
 * which Entra clears (identity-providers.md).
 */
export function isUnassigned(value: JsonValue | undefined): boolean {
  return (
    value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0)
  );
}

/**
 * The one value of an attribute that is not complex, in its JSON type. A dateTime stays as it
 * was sent.
 * @param label how the attribute is called in the error
 * @throws ScimError 400 invalidValue
 */
export function coerceSimple(attribute: Attribute, value: JsonValue, label: string): JsonValue {
  const coerced = suited(attribute.type, value);
  if (coerced !== undefined) return coerced;
  throw badRequest("invalidValue", `${label} must be ${EXPECTED[attribute.type]}, not ${kindOf(value)}.`);
}

/** What a value is, in words; never the value, which could be a password. */
export function kindOf(value: JsonValue): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  switch (typeof value) {
    case "string":
      return "this text";
    case "number":
      return "a number";
    case "boolean":
      return "true or false";
    default:
      return "an object";
  }
}

const EXPECTED: Readonly<Record<AttributeType, string>> = {
  string: "a text",
  reference: "a text holding a URI",
  binary: "a text in base64",
  boolean: "true or false",
  decimal: "a number (without quotes)",
  integer: "a whole number (without quotes)",
  dateTime: "a date and time such as 2026-01-31T09:30:00Z",
  complex: "an object",
};

const BASE64 = /^[A-Za-z0-9+/_-]*={0,2}$/;

function suited(type: AttributeType, value: JsonValue): JsonValue | undefined {
  switch (type) {
    case "string":
    case "reference":
      return typeof value === "string" ? value : undefined;
    case "binary":
      return typeof value === "string" && BASE64.test(value) ? value : undefined;
    case "boolean":
      return typeof value === "boolean" ? value : spelledBoolean(value);
    // JSON.parse reads 1e999 as Infinity.
    case "decimal":
      return Number.isFinite(value) ? value : undefined;
    case "integer":
      return Number.isSafeInteger(value) ? value : undefined;
    case "dateTime":
      return typeof value === "string" && parseInstant(value) !== undefined ? value : undefined;
    case "complex":
      return undefined;
  }
}
