/** An organization as the tree needs it; the server may send only the part of the tree that is open. */
export interface TreeNode {
  readonly id: string;
  readonly parentId: string | undefined;
  readonly name: string;
  /** How many are directly below it, sent or not. */
  readonly children: number;
}

/** A line of the tree that can be seen, with what assistive technology is told of its place. */
export interface TreeRow {
  readonly node: TreeNode;
  /** From 1. */
  readonly level: number;
  readonly position: number;
  readonly setSize: number;
  readonly expanded: boolean;
}

/** The nodes by the id of their parent; those whose parent is not among them stand under undefined. */
function byParent(nodes: readonly TreeNode[]): Map<string | undefined, TreeNode[]> {
  const ids = new Set(nodes.map(({ id }) => id));
  const groups = new Map<string | undefined, TreeNode[]>();
  for (const node of nodes) {
    const parent = node.parentId !== undefined && ids.has(node.parentId) ? node.parentId : undefined;
    const group = groups.get(parent);
    if (group) group.push(node);
    else groups.set(parent, [node]);
  }
  return groups;
}

/** The lines from top to bottom, without those below a closed node. */
export function treeRows(nodes: readonly TreeNode[], isExpanded: (id: string) => boolean): TreeRow[] {
  const groups = byParent(nodes);
  const rows: TreeRow[] = [];
  const visit = (siblings: readonly TreeNode[], level: number) => {
    for (const [index, node] of siblings.entries()) {
      const expanded = node.children > 0 && isExpanded(node.id);
      rows.push({ node, level, position: index + 1, setSize: siblings.length, expanded });
      if (expanded) visit(groups.get(node.id) ?? [], level + 1);
    }
  };
  visit(groups.get(undefined) ?? [], 1);
  return rows;
}

/** The nodes whose name has the words in it, with all above them so that their place is seen. */
export function matching(nodes: readonly TreeNode[], words: string): TreeNode[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const wanted = words.toLowerCase();
  const kept = new Set<string>();
  for (const node of nodes) {
    if (!node.name.toLowerCase().includes(wanted)) continue;
    for (const id of [node.id, ...ancestors(byId, node.id)]) kept.add(id);
  }
  return nodes.filter(({ id }) => kept.has(id));
}

/** The ids above a node, nearest first. */
export function ancestors(byId: ReadonlyMap<string, TreeNode>, id: string): string[] {
  const above: string[] = [];
  let parent = byId.get(id)?.parentId;
  while (parent !== undefined && byId.has(parent)) {
    above.push(parent);
    parent = byId.get(parent)?.parentId;
  }
  return above;
}
