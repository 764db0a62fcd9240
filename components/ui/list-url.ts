/** Parameters of a list's URL to set; undefined or "" takes one out. */
export type UrlChange = Readonly<Record<string, string | undefined>>;

/** Where one stands in a list. Another search, filter or order begins at the start again. */
const POSITION = ["page", "after", "before"];

/** The address of the same list with a change to its state. */
export function listHref(pathname: string, current: URLSearchParams, change: UrlChange): string {
  const next = new URLSearchParams(current);
  for (const name of POSITION) next.delete(name);
  for (const [name, value] of Object.entries(change)) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  const query = next.toString();
  return query ? `${pathname}?${query}` : pathname;
}
