import type { TreeNode } from "@/components/console/tree-rows";
import type { Admin } from "@/lib/directory/actor";
import { searchScopeOrganizations } from "@/lib/directory/applications/scope/choices/find-choices";
import type { OrganizationNode } from "@/lib/directory/organizations/organization";
import {
  getOrganization,
  type OrganizationView,
} from "@/lib/directory/organizations/pages/read-organization";
import { listChildren } from "@/lib/directory/organizations/tree/read-tree";

/** The tree as it stands open around one organization. */
export interface OpenTree {
  readonly view: OrganizationView;
  /** The root, and what is directly below each organization from it down to the one shown. */
  readonly nodes: readonly TreeNode[];
  /** Directly below the one shown. */
  readonly children: readonly OrganizationNode[];
}

/** @param id the root unless told @throws DirectoryError not_found */
export async function openTree(admin: Admin, id?: string): Promise<OpenTree> {
  const view = await getOrganization(admin, id ?? (await rootIdOf(admin)));
  const levels = await Promise.all(view.path.map((above) => listChildren(admin, above.id)));
  const [root] = view.path;
  const top = root && { id: root.id, parentId: undefined, name: root.name, children: levels[0]?.length ?? 0 };
  return {
    view,
    nodes: [...(top ? [top] : []), ...levels.flat().map(nodeOf)],
    children: levels.at(-1) ?? [],
  };
}

/** Above any organization stands the root. */
async function rootIdOf(admin: Admin): Promise<string> {
  const [found] = await searchScopeOrganizations(admin, "");
  return found?.above[0]?.id ?? found?.id ?? "";
}

export function nodeOf({ id, parentId, name, children }: OrganizationNode): TreeNode {
  return { id, parentId, name, children };
}
