import { z } from "zod";
import { invalidValue } from "./error";

/** What a list is ordered by; together the columns are unique, and an index holds them in this order. */
export interface Order {
  /** Tells a cursor of this order from another's. */
  readonly name: string;
  readonly columns: readonly OrderColumn[];
  readonly direction: "ascending" | "descending";
}

export interface OrderColumn {
  readonly sql: string;
  readonly type: "text" | "timestamptz" | "int";
}

/** Where a page begins: after a row, or, on the way back, before it. */
interface Position {
  readonly keys: readonly string[];
  readonly side: "after" | "before";
}

/** One page, and the cursors of the pages beside it; undefined where there is none. */
export interface KeysetPage<T> {
  readonly rows: readonly T[];
  readonly next: string | undefined;
  readonly previous: string | undefined;
}

/** How many there are, counted to a bound: `more` stands for "10,000+". */
export interface CappedTotal {
  readonly count: number;
  readonly more: boolean;
}

/** Beyond this a total is not counted: the cost would grow with the directory, and nobody reads it. */
export const MOST_COUNTED = 10_000;

export function cappedTotal(counted: number): CappedTotal {
  return { count: Math.min(counted, MOST_COUNTED), more: counted > MOST_COUNTED };
}

/** A row with the text of its order columns, as `keysetSql` selects it. */
export interface Keyed {
  readonly keys: readonly string[];
}

/** A page as SQL. */
export interface KeysetSql {
  /** Begins with AND; empty on the first page. */
  readonly condition: string;
  readonly order: string;
  /** The column `keys`, from which cursors are made. */
  readonly keys: string;
  readonly values: readonly string[];
  readonly position: Position | undefined;
}

const Cursor = z.tuple([z.string(), z.enum(["after", "before"]), z.array(z.string())]);

/**
 * @param before how many parameters stand before those of the position
 * @throws DirectoryError invalid_value on a cursor that is not one of this order
 */
export function keysetSql(order: Order, cursor: string | undefined, before: number): KeysetSql {
  const position = cursor === undefined ? undefined : readCursor(order, cursor);
  const backwards = position?.side === "before";
  const descending = (order.direction === "descending") !== backwards;
  const direction = descending ? "DESC" : "ASC";
  const columns = order.columns.map(({ sql }) => sql);
  const bounds = order.columns.map(({ type }, index) => `$${before + index + 1}::${type}`);
  const condition = position
    ? `AND (${columns.join(", ")}) ${descending ? "<" : ">"} (${bounds.join(", ")})`
    : "";
  return {
    condition,
    order: columns.map((column) => `${column} ${direction}`).join(", "),
    keys: `ARRAY[${columns.map((column) => `(${column})::text`).join(", ")}] AS keys`,
    values: position?.keys ?? [],
    position,
  };
}

/**
 * The page of rows that were found, one more than the limit if there are more.
 *
 * @param rows in the order of `sql`
 */
export function keysetPage<Row extends Keyed, T>(
  order: Order,
  { position }: KeysetSql,
  limit: number,
  rows: readonly Row[],
  shown: (row: Row) => T,
): KeysetPage<T> {
  const backwards = position?.side === "before";
  const more = rows.length > limit;
  const page = rows.slice(0, limit);
  if (backwards) page.reverse();
  const first = page.at(0);
  const last = page.at(-1);
  const hasNext = backwards || more;
  const hasPrevious = backwards ? more : position !== undefined;
  return {
    rows: page.map(shown),
    next: hasNext && last ? cursorText(order, "after", last.keys) : undefined,
    previous: hasPrevious && first ? cursorText(order, "before", first.keys) : undefined,
  };
}

/** The cursor of the rows beside one. */
export function cursorText(order: Order, side: Position["side"], keys: readonly string[]): string {
  return Buffer.from(JSON.stringify([nameOf(order), side, keys])).toString("base64url");
}

function readCursor(order: Order, cursor: string): Position {
  const parsed = Cursor.safeParse(jsonOf(cursor));
  if (parsed.success) {
    const [name, side, keys] = parsed.data;
    const fits = keys.every((key, index) => fitsColumn(key, order.columns[index]));
    if (name === nameOf(order) && keys.length === order.columns.length && fits) return { keys, side };
  }
  throw invalidValue("cursor", "This page of the list is not known any more. Go back to its first page.");
}

function fitsColumn(key: string, column: OrderColumn | undefined): boolean {
  switch (column?.type) {
    case "int":
      return /^[0-9]{1,9}$/.test(key);
    case "timestamptz":
      return /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/.test(key);
    default:
      return !key.includes("\0");
  }
}

function nameOf({ name, direction }: Order): string {
  return direction === "descending" ? `-${name}` : name;
}

function jsonOf(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString());
  } catch {
    return undefined;
  }
}
