import { Check, ChevronRight, Network } from "lucide-react";
import type { TreeNode, TreeRow } from "./tree-rows";
import { ROW_HEIGHT } from "./tree-window";

/** What pressing a line does: one is gone to or chosen; of many, each is ticked with all below it. */
export type TreeSelection =
  | {
      readonly kind: "one";
      readonly selected: string | undefined;
      readonly onSelect: (node: TreeNode) => void;
    }
  | {
      readonly kind: "many";
      readonly checked: ReadonlySet<string>;
      readonly onToggle: (node: TreeNode, checked: boolean) => void;
    };

interface TreeLineProps {
  readonly id: string;
  readonly row: TreeRow;
  readonly top: number;
  /** Where the keyboard is. */
  readonly active: boolean;
  readonly selection: TreeSelection;
  /** The ids above it: one that is ticked includes it. */
  readonly includedBy: readonly string[];
  readonly onFold: ((open: boolean) => void) | undefined;
  readonly onChoose: () => void;
}

/** One organization of the tree. The keyboard stays on the tree itself, so that a line out of sight can go. */
export function TreeLine(props: TreeLineProps) {
  const { id, row, top, active, selection, includedBy, onFold, onChoose } = props;
  const { node, level, position, setSize, expanded } = row;
  const inherited = selection.kind === "many" && includedBy.some((above) => selection.checked.has(above));
  const checked = selection.kind === "many" && (inherited || selection.checked.has(node.id));
  const selected = selection.kind === "one" && selection.selected === node.id;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the focus and takes the keys (aria-activedescendant).
    // biome-ignore lint/a11y/useFocusableInteractive: likewise.
    <div
      id={id}
      role="treeitem"
      aria-level={level}
      aria-posinset={position}
      aria-setsize={setSize}
      aria-expanded={node.children > 0 ? expanded : undefined}
      aria-selected={selection.kind === "one" ? selected : undefined}
      aria-checked={selection.kind === "many" ? checked : undefined}
      aria-disabled={inherited || undefined}
      aria-label={inherited ? `${node.name}, included by the organization above it` : node.name}
      title={node.name}
      onClick={onChoose}
      style={{ top, height: ROW_HEIGHT, paddingLeft: `min(${(level - 1) * 16}px, 40%)` }}
      className={`absolute inset-x-0 flex cursor-pointer select-none items-center gap-1.5 rounded-md pr-2 -outline-offset-2 ${selected ? "bg-accent-soft font-medium text-accent" : "hover:bg-sunken"} ${active ? "outline-accent group-focus-visible:outline-2" : ""}`}
    >
      <Fold open={expanded} hidden={node.children === 0} onFold={onFold} />
      {selection.kind === "many" ? (
        <span
          aria-hidden
          className={`flex size-4.5 shrink-0 items-center justify-center rounded-md border ${checked ? (inherited ? "border-control bg-control" : "border-accent-solid bg-accent-solid") : "border-control bg-surface"} text-on-solid`}
        >
          {checked && <Check className="size-3.5" />}
        </span>
      ) : (
        <Network aria-hidden className="size-4 shrink-0 text-muted" />
      )}
      <span className={`truncate ${inherited ? "text-muted" : ""}`}>{node.name}</span>
    </div>
  );
}

interface FoldProps {
  readonly open: boolean;
  readonly hidden: boolean;
  readonly onFold: ((open: boolean) => void) | undefined;
}

/** For the pointer alone; the arrow keys do the same. */
function Fold({ open, hidden, onFold }: FoldProps) {
  if (hidden || !onFold) return <span aria-hidden className="w-6 shrink-0" />;
  return (
    <span
      aria-hidden
      onClick={(event) => {
        event.stopPropagation();
        onFold(!open);
      }}
      className="flex h-8 w-6 shrink-0 items-center justify-center text-muted hover:text-text"
    >
      <ChevronRight className={`size-4 transition-transform ${open ? "rotate-90" : ""}`} />
    </span>
  );
}
