import { database } from "@/lib/db/client";
import {
  cursorText,
  type Keyed,
  type KeysetPage,
  type KeysetSql,
  keysetPage,
  keysetSql,
  type Order,
} from "../../keyset";

/**
 * A page of a log, newest first. Filters that no index answers look at so many rows at
 * most: where that ended the search, `searchedBackTo` says how far it came, and `next`
 * goes on from there.
 */
export interface LogPage<T> extends KeysetPage<T> {
  readonly searchedBackTo: Date | undefined;
}

/** Rows that such a page looks at: 20,000 take some 30 ms. */
const MOST_SCANNED = 20_000;

interface Scanned extends Keyed {
  readonly time: Date;
}

/** Puts a value among the parameters, and gives its name. */
export type AddValue = (value: unknown) => string;

export interface LogScan {
  /** Over the table `l`. */
  readonly order: Order;
  readonly table: string;
  /** What is read of a row of the page. */
  readonly columns: string;
  /** Conditions over `l` that an index answers, in one or more branches that share no row. */
  readonly branches: (add: AddValue) => readonly string[];
  /** The other conditions. */
  readonly filters: (add: AddValue) => readonly string[];
  readonly cursor: string | undefined;
  readonly limit: number;
}

export async function findLogPage<Row extends Keyed, T>(
  scan: LogScan,
  shown: (row: Row) => T,
): Promise<LogPage<T>> {
  const { order, limit } = scan;
  const values: unknown[] = [];
  const add: AddValue = (value) => `$${values.push(value)}`;
  const branches = scan.branches(add);
  const keyset = keysetSql(order, scan.cursor, values.length);
  values.push(...keyset.values);
  const scanned = values.length;
  const filters = scan.filters(add);
  const inner = scanSql(scan, branches, keyset, filters.length > 0 ? MOST_SCANNED : limit + 1);
  const where = filters.length > 0 ? `WHERE ${filters.join(" AND ")}` : "";
  const sql = await database();
  // Not prepared: each filter has a plan of its own.
  const rows = await sql.query<Row>(
    `SELECT ${scan.columns}, ${keyset.keys} FROM (${inner}) l ${where} ORDER BY ${keyset.order} LIMIT ${limit + 1}`,
    values,
  );
  const page = keysetPage(order, keyset, limit, rows, shown);
  if (filters.length === 0 || rows.length > limit) return { ...page, searchedBackTo: undefined };
  const [end] = await sql.query<Scanned>(
    `SELECT l.time, ${keyset.keys} FROM (${inner}) l ORDER BY ${keyset.order} OFFSET ${MOST_SCANNED - 1} LIMIT 1`,
    values.slice(0, scanned),
  );
  return end ? continued(order, keyset, page, end) : { ...page, searchedBackTo: undefined };
}

function scanSql({ table }: LogScan, branches: readonly string[], keyset: KeysetSql, most: number): string {
  const end = `ORDER BY ${keyset.order} LIMIT ${most}`;
  const parts = branches.map(
    (branch) => `(SELECT l.* FROM ${table} l WHERE ${branch} ${keyset.condition} ${end})`,
  );
  return parts.length === 1 ? parts.join("") : `SELECT l.* FROM (${parts.join(" UNION ALL ")}) l ${end}`;
}

/** The search was cut off before the page was full: the next page begins where it ended. */
function continued<T>(order: Order, { position }: KeysetSql, page: KeysetPage<T>, end: Scanned): LogPage<T> {
  const searched = { searchedBackTo: end.time };
  return position?.side === "before"
    ? { ...page, ...searched, previous: cursorText(order, "before", end.keys) }
    : { ...page, ...searched, next: cursorText(order, "after", end.keys) };
}
