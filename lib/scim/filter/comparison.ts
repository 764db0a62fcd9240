import { parseInstant } from "../date-time";
import { type AttributePath, pathText, type StoredPath } from "../path";
import type { Attribute, AttributeType } from "../schema/attribute";
import { findAttribute } from "../schema/lookup";
import type { CompareOp, Filter, FilterValue } from "./ast";
import { filterError } from "./lexer";

const ORDERING: ReadonlySet<CompareOp> = new Set(["gt", "ge", "lt", "le"]);
const SUBSTRING: ReadonlySet<CompareOp> = new Set(["co", "sw", "ew"]);

// RFC 7644 table 3: no order on boolean and binary; substrings are the strings' alone.
const UNFIT: Readonly<Record<AttributeType, readonly ReadonlySet<CompareOp>[]>> = {
  string: [],
  reference: [],
  boolean: [ORDERING, SUBSTRING],
  binary: [ORDERING, SUBSTRING],
  decimal: [SUBSTRING],
  integer: [SUBSTRING],
  dateTime: [SUBSTRING],
  complex: [],
};

/**
 * A comparison whose operator and value suit the attribute. A complex attribute alone means its
 * `value` (protocol.md, "Filters"). What is not stored is absent, whatever it is compared with.
 * @param at where the filter names the attribute, for the error
 * @throws ScimError 400 invalidFilter
 */
export function comparison(named: AttributePath, op: CompareOp, value: FilterValue, at: number): Filter {
  const path = named.kind === "stored" ? impliedValue(named) : named;
  if (value === null) {
    if (op === "eq" || op === "ne") return { kind: "compare", path, op, value };
    throw filterError(`only eq and ne can compare with null, not ${op}`, at);
  }
  if (path.kind !== "stored") return { kind: "compare", path, op, value };
  const attribute = path.sub ?? path.attribute;
  if (UNFIT[attribute.type].some((operators) => operators.has(op))) {
    throw filterError(`${op} cannot be used on ${pathText(path)}, which is of type ${attribute.type}`, at);
  }
  const suited = suitedValue(attribute, value);
  if (suited !== undefined) return { kind: "compare", path, op, value: suited };
  throw filterError(`${pathText(path)} is compared with ${EXPECTED[attribute.type]}`, at);
}

function impliedValue(path: StoredPath): StoredPath {
  if (path.sub !== undefined) return path;
  const value = findAttribute(path.attribute.subAttributes, "value");
  return value === undefined ? path : { ...path, sub: value };
}

const EXPECTED: Readonly<Record<AttributeType, string>> = {
  string: "a string in double quotes",
  reference: "a string in double quotes",
  binary: "a string in double quotes",
  boolean: "true or false",
  decimal: "a number",
  integer: "a number",
  dateTime: 'a date and time such as "2026-01-31T09:30:00Z"',
  complex: "nothing but null; name one of its sub-attributes",
};

function suitedValue(attribute: Attribute, value: string | number | boolean): FilterValue | undefined {
  switch (attribute.type) {
    case "string":
    case "reference":
    case "binary":
      return typeof value === "string" ? value : undefined;
    case "boolean":
      return typeof value === "boolean" ? value : spelledBoolean(value);
    case "decimal":
    case "integer":
      return typeof value === "number" ? value : undefined;
    case "dateTime":
      return typeof value === "string" && parseInstant(value) !== undefined ? value : undefined;
    case "complex":
      return undefined;
  }
}

// Entra writes booleans as the strings "True" and "False" (identity-providers.md).
function spelledBoolean(value: string | number): boolean | undefined {
  if (typeof value !== "string") return undefined;
  const spelled = value.toLowerCase();
  return spelled === "true" ? true : spelled === "false" ? false : undefined;
}
