import { foldCase } from "@/lib/scim/compare";
import { parseInstant } from "@/lib/scim/date-time";
import type { CompareOp, Filter, FilterValue } from "@/lib/scim/filter/ast";
import type { AttributePath, StoredPath } from "@/lib/scim/path";

/**
 * Where an attribute is kept: an SQL expression of the form by which it is compared
 * (folded unless caseExact), NULL when absent.
 */
export interface Column {
  readonly type: "text" | "boolean" | "number" | "instant";
  readonly sql: string;
}

/** A multi-valued attribute with rows of its own: a FROM clause with its WHERE, correlated to the resource. */
export interface Elements {
  readonly from: () => string;
  readonly column: (path: StoredPath) => Column;
}

/** How the attributes of a resource type are found in the database. */
export interface Columns {
  readonly column: (path: StoredPath) => Column;
  readonly elements: (path: StoredPath) => Elements | undefined;
}

/** The values of a statement, in the order of their numbers. */
export class Parameters {
  readonly values: unknown[] = [];
  readonly #before: number;

  /** @param before how many parameters stand before these in the statement */
  constructor(before: number) {
    this.#before = before;
  }

  /** @returns the placeholder, with its type */
  add(value: unknown, type: "text" | "boolean" | "numeric" | "timestamptz"): string {
    this.values.push(value);
    return `$${this.#before + this.values.length}::${type}`;
  }
}

/**
 * A filter as one SQL condition, with every value a parameter. It answers what
 * lib/scim/filter/match.ts means; NULL counts as false, and `not` turns both into true.
 */
export function filterSql(filter: Filter, columns: Columns, parameters: Parameters): string {
  const compile = (inner: Filter, of: Columns): string => {
    switch (inner.kind) {
      case "and":
        return `(${compile(inner.left, of)} AND ${compile(inner.right, of)})`;
      case "or":
        return `(${compile(inner.left, of)} OR ${compile(inner.right, of)})`;
      case "not":
        return `(${compile(inner.filter, of)}) IS NOT TRUE`;
      case "present":
        return presentSql(inner.path, of);
      case "compare":
        return compareSql(inner.path, inner.op, inner.value, of, parameters);
      case "some": {
        if (inner.path.kind !== "stored") return "FALSE";
        const elements = of.elements(inner.path);
        if (!elements) return `(${presentSql(inner.path, of)} AND ${compile(inner.filter, of)})`;
        return `EXISTS (${elements.from()} AND ${compile(inner.filter, elementColumns(elements))})`;
      }
    }
  };
  return compile(filter, columns);
}

/** ORDER BY of a list (RFC 7644 §3.4.2.3): absent last ascending; creation, then id, among equals. */
export function orderSql(
  path: AttributePath | undefined,
  order: "ascending" | "descending",
  columns: Columns,
  table: string,
): string {
  const byCreation = `${table}.created_at, ${table}.id`;
  if (path?.kind !== "stored" || columns.elements(path)) return byCreation;
  const { sql } = ordered(columns.column(path));
  return order === "ascending"
    ? `${sql} ASC NULLS LAST, ${byCreation}`
    : `${sql} DESC NULLS FIRST, ${byCreation}`;
}

function presentSql(path: AttributePath, columns: Columns): string {
  if (path.kind !== "stored") return "FALSE";
  const elements = columns.elements(path);
  if (!elements) return `${columns.column(path).sql} IS NOT NULL`;
  return `EXISTS (${elements.from()} AND ${elements.column(path).sql} IS NOT NULL)`;
}

function compareSql(
  path: AttributePath,
  op: CompareOp,
  value: FilterValue,
  columns: Columns,
  parameters: Parameters,
): string {
  if (op === "ne") return `(${compareSql(path, "eq", value, columns, parameters)}) IS NOT TRUE`;
  if (value === null) return `(${presentSql(path, columns)}) IS NOT TRUE`;
  if (path.kind !== "stored") return "FALSE";
  const elements = columns.elements(path);
  if (!elements) return comparison(path, op, value, columns.column(path), parameters);
  return `EXISTS (${elements.from()} AND ${comparison(path, op, value, elements.column(path), parameters)})`;
}

function comparison(
  path: StoredPath,
  op: CompareOp,
  value: string | number | boolean,
  column: Column,
  parameters: Parameters,
): string {
  const { sql } = column;
  switch (column.type) {
    case "boolean":
      return `${sql} = ${parameters.add(value, "boolean")}`;
    case "number":
      return `${sql} ${ORDER[op]} ${parameters.add(value, "numeric")}`;
    case "instant":
      return `${sql} ${ORDER[op]} ${parameters.add(instant(value), "timestamptz")}`;
    case "text":
      return textComparison(column, op, comparedText(path, value), parameters);
  }
}

function textComparison(column: Column, op: CompareOp, value: string, parameters: Parameters): string {
  const wanted = parameters.add(value, "text");
  switch (op) {
    case "co":
      return `strpos(${column.sql}, ${wanted}) > 0`;
    case "sw":
      return `starts_with(${column.sql}, ${wanted})`;
    case "ew":
      return `right(${column.sql}, length(${wanted})) = ${wanted}`;
    case "eq":
      return `${column.sql} = ${wanted}`;
    default:
      return `${ordered(column).sql} ${ORDER[op]} ${wanted}`;
  }
}

const ORDER: Record<CompareOp, string> = {
  eq: "=",
  ne: "<>",
  gt: ">",
  ge: ">=",
  lt: "<",
  le: "<=",
  // Refused by the parser on everything but text.
  co: "=",
  sw: "=",
  ew: "=",
};

/** Text is ordered by code point, as compareCodePoints has it. */
function ordered(column: Column): Column {
  return column.type === "text" ? { ...column, sql: `${column.sql} COLLATE "C"` } : column;
}

function comparedText(path: StoredPath, value: string | number | boolean): string {
  const attribute = path.sub ?? path.attribute;
  if (attribute.type === "dateTime") return instant(value);
  return attribute.caseExact ? String(value) : foldCase(String(value));
}

function instant(value: string | number | boolean): string {
  return new Date(parseInstant(String(value)) ?? Number.NaN).toISOString();
}

function elementColumns(elements: Elements): Columns {
  return { column: elements.column, elements: () => undefined };
}
