import { foldCase } from "@/lib/scim/compare";
import type { OrganizationNode } from "../../organizations/organization";
import { pathKey, pathText } from "../csv-columns";

/**
 * Finds an organization by its id or its path, with the root's name at its beginning or
 * without it; whatever the case. Nothing where a path names two, as names may hold the separator.
 *
 * @param tree parents before children
 * @param defaultId where an empty cell goes; the root unless told
 */
export function organizationFinder(
  tree: readonly OrganizationNode[],
  defaultId: string | undefined,
): (cell: string | undefined) => string | undefined {
  const names = new Map<string, readonly string[]>();
  const byKey = new Map<string, string | "several">();
  const put = (key: string, id: string) => byKey.set(key, byKey.has(key) ? "several" : id);
  for (const { id, parentId, name } of tree) {
    const path = [...(parentId === undefined ? [] : (names.get(parentId) ?? [])), name];
    names.set(id, path);
    put(pathKey(pathText(path), foldCase), id);
    if (path.length > 1) put(pathKey(pathText(path.slice(1)), foldCase), id);
  }
  const known = (id: string | undefined) => (id !== undefined && names.has(id) ? id : undefined);
  return (cell) => {
    if (cell === undefined) return known(defaultId ?? tree[0]?.id);
    const found = byKey.get(pathKey(cell, foldCase));
    return known(cell) ?? (found === "several" ? undefined : found);
  };
}
