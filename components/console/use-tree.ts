"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { matching, type TreeNode, treeRows } from "./tree-rows";

const NONE: readonly TreeNode[] = [];
const PAUSE_MS = 250;

/** Reads what stands directly below a node. */
export type LoadChildren = (id: string) => Promise<readonly TreeNode[]>;
/** Finds nodes by name; the answer has all above them too. */
export type SearchTree = (words: string) => Promise<readonly TreeNode[]>;

/** What is open, what is known, and the lines that follow from both. */
export function useTree(
  nodes: readonly TreeNode[],
  open: readonly string[],
  loadChildren: LoadChildren | undefined,
  search: SearchTree | undefined,
) {
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(() => new Set([...rootsOf(nodes), ...open]));
  const [failed, setFailed] = useState(false);
  const known = useKnown(nodes, expanded, loadChildren, setFailed);
  const [words, setWords] = useState("");
  const found = useFound(words, search, setFailed);

  const searching = words !== "";
  const shown = useMemo(
    () => (searching ? (found ?? matching(known, words)) : known),
    [searching, found, known, words],
  );
  const rows = useMemo(() => {
    const parents = new Set(shown.map(({ parentId }) => parentId));
    return treeRows(shown, (id) => (searching ? parents.has(id) : expanded.has(id)));
  }, [shown, expanded, searching]);

  function setOpen(id: string, isOpen: boolean) {
    const after = new Set(expanded);
    if (isOpen) after.add(id);
    else after.delete(id);
    setExpanded(after);
  }

  return { rows, shown, words, setWords, setOpen, failed, foldable: !searching };
}

const rootsOf = (nodes: readonly TreeNode[]) =>
  nodes.filter(({ parentId }) => parentId === undefined).map(({ id }) => id);

/**
 * The nodes that the page sent and, below them, the branches read since. When the page sends anew, open
 * branches are read again, so that what was moved or deleted does not linger.
 */
function useKnown(
  nodes: readonly TreeNode[],
  expanded: ReadonlySet<string>,
  loadChildren: LoadChildren | undefined,
  setFailed: (failed: boolean) => void,
): readonly TreeNode[] {
  const [branches, setBranches] = useState<ReadonlyMap<string, readonly TreeNode[]>>(new Map());
  const asked = useRef({ nodes, ids: new Set<string>() });
  const known = useMemo(() => withBranches(nodes, branches), [nodes, branches]);

  useEffect(() => {
    if (!loadChildren) return;
    if (asked.current.nodes !== nodes) asked.current = { nodes, ids: new Set() };
    const { ids } = asked.current;
    const sent = new Set(nodes.map(({ parentId }) => parentId));
    for (const { id, children } of known) {
      if (children === 0 || !expanded.has(id) || sent.has(id) || ids.has(id)) continue;
      ids.add(id);
      loadChildren(id).then(
        (below) => {
          setBranches((before) => new Map(before).set(id, below));
          setFailed(false);
        },
        () => {
          // Opening it again asks again.
          ids.delete(id);
          setFailed(true);
        },
      );
    }
  }, [nodes, known, expanded, loadChildren, setFailed]);

  return known;
}

function withBranches(
  nodes: readonly TreeNode[],
  branches: ReadonlyMap<string, readonly TreeNode[]>,
): readonly TreeNode[] {
  const known = new Map(nodes.map((node) => [node.id, node]));
  // A Map's iteration comes to what is added on the way: the branches of branches.
  for (const id of known.keys()) {
    for (const node of branches.get(id) ?? NONE) if (!known.has(node.id)) known.set(node.id, node);
  }
  return [...known.values()];
}

/** The server's answer to a search; undefined where the server is not asked. */
function useFound(
  words: string,
  search: SearchTree | undefined,
  setFailed: (failed: boolean) => void,
): readonly TreeNode[] | undefined {
  const [found, setFound] = useState<readonly TreeNode[]>(NONE);
  useEffect(() => {
    if (words === "" || !search) return;
    let current = true;
    const timer = setTimeout(() => {
      search(words).then(
        (answer) => {
          if (!current) return;
          setFound(answer);
          setFailed(false);
        },
        () => current && setFailed(true),
      );
    }, PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [words, search, setFailed]);
  return search && found;
}
