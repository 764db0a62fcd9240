import type { ApplicationRow } from "@/lib/directory/applications/overview/list-application-rows";
import { foldCase } from "@/lib/scim/compare";

/** What a column of the table is ordered by; any other by name. */
const ORDER: Readonly<Record<string, (row: ApplicationRow) => string | number>> = {
  calls: ({ calls }) => calls,
  failures: ({ failures }) => failures,
  lastRequest: ({ lastRequest }) => lastRequest?.getTime() ?? 0,
  created: ({ createdAt }) => createdAt.getTime(),
};

/**
 * The rows whose name or client id holds the text.
 *
 * @param sort a column of the table, with a leading "-" descending
 */
export function orderedApplications(
  rows: readonly ApplicationRow[],
  search: string,
  sort: string,
): ApplicationRow[] {
  const wanted = foldCase(search);
  const found = rows.filter(({ id, name }) => foldCase(name).includes(wanted) || id.includes(wanted));
  const key = ORDER[sort.replace(/^-/, "")] ?? byName;
  const sign = sort.startsWith("-") ? -1 : 1;
  return found.sort((one, other) => sign * compared(key(one), key(other)));
}

function byName({ name }: ApplicationRow): string {
  return foldCase(name);
}

function compared(one: string | number, other: string | number): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
