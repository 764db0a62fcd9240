import { DirectoryError } from "@/lib/directory/error";
import type { KeysetPage } from "@/lib/directory/keyset";

/** A list's state as its address holds it. */
export type ListParams = Readonly<Record<string, string | string[] | undefined>>;

/** A parameter; undefined when it is empty or stands there twice. */
export function textParam(params: ListParams, name: string): string | undefined {
  const value = params[name];
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

/** One of a few words; an address with any other is read as if it said nothing. */
export function wordParam<const Word extends string>(
  params: ListParams,
  name: string,
  words: readonly Word[],
): Word | undefined {
  const value = textParam(params, name);
  return words.find((word) => word === value);
}

/** The words searched for, no longer than a search may be. */
export function searchParam(params: ListParams): string | undefined {
  return textParam(params, "q")?.slice(0, 256);
}

/** `name` ascending, `-name` descending, as the table's headers write it. */
export function sortParam<const Word extends string>(params: ListParams, words: readonly Word[]) {
  const value = textParam(params, "sort");
  const sort = words.find((word) => word === value?.replace(/^-/, ""));
  if (sort === undefined) return {};
  return { sort, direction: value?.startsWith("-") ? "descending" : "ascending" } as const;
}

/**
 * The page of a list that the address names. A cursor that is of another order, or cut short,
 * leads to the first page.
 */
export async function pageAt<T>(
  params: ListParams,
  load: (cursor: string | undefined) => Promise<T>,
): Promise<T> {
  const cursor = textParam(params, "after") ?? textParam(params, "before");
  try {
    return await load(cursor);
  } catch (error) {
    const stale = error instanceof DirectoryError && error.field === "cursor" && cursor !== undefined;
    if (stale) return load(undefined);
    throw error;
  }
}

/** What Pager changes in the address to go to the pages beside one. */
export function pageSteps({ next, previous }: Pick<KeysetPage<unknown>, "next" | "previous">) {
  return {
    next: next === undefined ? undefined : { after: next },
    previous: previous === undefined ? undefined : { before: previous },
  };
}
