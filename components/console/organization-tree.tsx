"use client";

import { Search } from "lucide-react";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { CONTROL } from "../ui/control-style";
import { treeMove } from "./tree-keys";
import { TreeLine, type TreeSelection } from "./tree-line";
import { ancestors, type TreeNode } from "./tree-rows";
import { ROW_HEIGHT, reveal, useWindow } from "./tree-window";
import { type LoadChildren, type SearchTree, useTree } from "./use-tree";

interface OrganizationTreeProps {
  readonly label: string;
  /** The whole tree, or the part of it that is open at first. */
  readonly nodes: readonly TreeNode[];
  /** Open at first, besides the root: what is above the selected one. */
  readonly open?: readonly string[];
  /** Keep both the same from render to render. Without `search` the sent nodes alone are searched. */
  readonly loadChildren?: LoadChildren;
  readonly search?: SearchTree;
  readonly selection: TreeSelection;
  /** Tailwind's max height of the box that scrolls. */
  readonly height?: string;
}

/** The tree of organizations: for going to one, choosing one, or ticking several with all below them. */
export function OrganizationTree({
  label,
  nodes,
  open = [],
  loadChildren,
  search,
  selection,
  height = "max-h-120",
}: OrganizationTreeProps) {
  const tree = useTree(nodes, open, loadChildren, search);
  const { rows } = tree;
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const { first, last } = useWindow(box, rows.length);
  const [activeId, setActiveId] = useState(selection.kind === "one" ? selection.selected : undefined);
  const active = Math.max(
    rows.findIndex(({ node }) => node.id === activeId),
    0,
  );
  const lineId = (node: TreeNode) => `${id}-${node.id}`;
  const byId = new Map(tree.shown.map((node) => [node.id, node]));

  function press(event: KeyboardEvent) {
    const row = rows[active];
    const move =
      event.ctrlKey || event.metaKey || event.altKey ? undefined : treeMove(event.key, rows, active);
    if (!move || !row) return;
    event.preventDefault();
    if (move.kind === "go") {
      setActiveId(rows[move.index]?.node.id);
      if (box.current) reveal(box.current, move.index);
    } else if (move.kind === "choose") choose(row.node);
    else if (tree.foldable) tree.setOpen(row.node.id, move.kind === "open");
  }

  function choose(node: TreeNode) {
    setActiveId(node.id);
    if (selection.kind === "one") selection.onSelect(node);
    else if (!ancestors(byId, node.id).some((above) => selection.checked.has(above))) {
      selection.onToggle(node, !selection.checked.has(node.id));
    }
  }

  const current = rows[active];
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <search className="relative">
        <Search aria-hidden className="pointer-events-none absolute top-2.5 left-2.5 size-4 text-muted" />
        <input
          type="search"
          aria-label={`Search ${label.toLowerCase()}`}
          placeholder="Search by name"
          value={tree.words}
          onChange={(event) => tree.setWords(event.target.value)}
          className={`${CONTROL} h-9 pl-8.5`}
        />
      </search>
      <div
        ref={box}
        role="tree"
        aria-label={label}
        aria-multiselectable={selection.kind === "many" || undefined}
        aria-activedescendant={current && lineId(current.node)}
        tabIndex={0}
        onKeyDown={press}
        className={`group min-h-8 overflow-y-auto outline-hidden ${height}`}
      >
        <div role="none" className="relative" style={{ height: rows.length * ROW_HEIGHT }}>
          {rows.slice(first, last).map((row, index) => (
            <TreeLine
              key={row.node.id}
              id={lineId(row.node)}
              row={row}
              top={(first + index) * ROW_HEIGHT}
              active={row === current}
              selection={selection}
              includedBy={ancestors(byId, row.node.id)}
              onFold={tree.foldable ? (isOpen) => tree.setOpen(row.node.id, isOpen) : undefined}
              onChoose={() => choose(row.node)}
            />
          ))}
        </div>
      </div>
      <p role="status" className={tree.failed ? "text-bad" : "text-muted"}>
        {tree.failed && "The organizations could not be read. Open the branch or search again."}
        {!tree.failed &&
          rows.length === 0 &&
          tree.words !== "" &&
          `No organization has “${tree.words}” in its name.`}
      </p>
    </div>
  );
}
