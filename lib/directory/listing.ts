import { parseFilter } from "@/lib/scim/filter/parse";
import { resolvePath } from "@/lib/scim/path";
import type { ResourceType } from "@/lib/scim/schema/attribute";
import { type Columns, filterSql, orderSql, Parameters } from "./filter-sql";

/** What a list asks for (RFC 7644 §3.4.2), already brought within its bounds. */
export interface Listing {
  readonly filter: string | undefined;
  readonly sortBy: string | undefined;
  readonly sortOrder: "ascending" | "descending";
  /** From 1. */
  readonly startIndex: number;
  readonly count: number;
}

/** One page of a list, and how many there are on all pages. */
export interface Page<T> {
  readonly resources: readonly T[];
  readonly totalResults: number;
}

/** A list as SQL: the condition and order over a table, and their values. */
export interface ListingSql {
  readonly condition: string;
  readonly order: string;
  readonly values: readonly unknown[];
  /** The values that the condition alone has. */
  readonly conditionValues: readonly unknown[];
}

/**
 * @param columnsOf where the attributes are kept, given where to put parameters
 * @param table the alias of the resource's table
 * @param before how many parameters stand before these
 * @throws ScimError 400 invalidFilter, 403 sensitive, 400 invalidPath (sortBy)
 */
export function listingSql(
  listing: Listing,
  type: ResourceType,
  columnsOf: (parameters: Parameters) => Columns,
  table: string,
  before: number,
): ListingSql {
  const parameters = new Parameters(before);
  const columns = columnsOf(parameters);
  const filter =
    listing.filter === undefined ? undefined : parseFilter(listing.filter, type, { sensitive: 403 });
  const condition = filter ? filterSql(filter, columns, parameters) : "TRUE";
  const conditionValues = [...parameters.values];
  const sortBy = listing.sortBy === undefined ? undefined : resolvePath(listing.sortBy, type, "invalidPath");
  const order = orderSql(sortBy, listing.sortOrder, columns, table);
  return { condition, order, values: parameters.values, conditionValues };
}

/**
 * A page with its total. The total is counted only when the page does not tell it:
 * a first page that is not full is all there is.
 */
export async function pageOf<T>(
  { startIndex, count }: Listing,
  find: () => Promise<T[]>,
  countAll: () => Promise<number>,
): Promise<Page<T>> {
  if (count === 0) return { resources: [], totalResults: await countAll() };
  const resources = await find();
  const told = resources.length < count && (resources.length > 0 || startIndex === 1);
  return { resources, totalResults: told ? startIndex - 1 + resources.length : await countAll() };
}
