import type { TreeNode } from "@/components/console/tree-rows";
import type { OrganizationChoice } from "@/lib/directory/applications/scope/choices/choice";

/** Organizations that a search found, with all above them, as the nodes of a tree. */
export function branchesOf(found: readonly OrganizationChoice[]): TreeNode[] {
  const nodes = new Map<string, TreeNode>();
  for (const { id, name, above } of found) {
    const path = [...above, { id, name }];
    for (const [depth, node] of path.entries()) {
      const children = depth < path.length - 1 ? 1 : (nodes.get(node.id)?.children ?? 0);
      nodes.set(node.id, { ...node, parentId: path[depth - 1]?.id, children });
    }
  }
  return [...nodes.values()];
}
