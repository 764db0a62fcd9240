import type { TreeRow } from "./tree-rows";

/** What a key does in a tree (WAI-ARIA Authoring Practices, tree view). */
export type TreeMove =
  | { readonly kind: "go"; readonly index: number }
  | { readonly kind: "open" | "close" | "choose" };

/** @returns undefined when the key is not the tree's */
export function treeMove(key: string, rows: readonly TreeRow[], index: number): TreeMove | undefined {
  const row = rows[index];
  switch (key) {
    case "ArrowDown":
      return { kind: "go", index: Math.min(index + 1, rows.length - 1) };
    case "ArrowUp":
      return { kind: "go", index: Math.max(index - 1, 0) };
    case "Home":
      return { kind: "go", index: 0 };
    case "End":
      return { kind: "go", index: rows.length - 1 };
    case "ArrowRight":
      if (!row || row.node.children === 0) return undefined;
      return row.expanded ? { kind: "go", index: Math.min(index + 1, rows.length - 1) } : { kind: "open" };
    case "ArrowLeft":
      if (!row) return undefined;
      if (row.expanded) return { kind: "close" };
      return { kind: "go", index: Math.max(parentIndex(rows, index), 0) };
    case "Enter":
    case " ":
      return { kind: "choose" };
    default:
      return key.length === 1 ? startingWith(key, rows, index) : undefined;
  }
}

/** The next line, round to the first, whose name begins with a letter. */
function startingWith(letter: string, rows: readonly TreeRow[], index: number): TreeMove | undefined {
  const wanted = letter.toLowerCase();
  for (let step = 1; step <= rows.length; step += 1) {
    const at = (index + step) % rows.length;
    if (rows[at]?.node.name.toLowerCase().startsWith(wanted)) return { kind: "go", index: at };
  }
  return undefined;
}

function parentIndex(rows: readonly TreeRow[], index: number): number {
  const level = rows[index]?.level ?? 1;
  return rows.findLastIndex((row, at) => at < index && row.level < level);
}
