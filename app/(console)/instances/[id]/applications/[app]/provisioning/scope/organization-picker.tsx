"use client";

import { useCallback, useRef } from "react";
import { OrganizationTree } from "@/components/console/organization-tree";
import type { TreeNode } from "@/components/console/tree-rows";
import type { OrganizationChoice } from "@/lib/directory/applications/scope/choices/choice";
import { listBranchAction, searchBranchesAction } from "./actions";
import { type Selection, withOrganization, withoutOrganization } from "./selection";
import { Ticked } from "./ticked";

interface OrganizationPickerProps {
  readonly instanceId: string;
  /** The root and what stands directly below it. */
  readonly nodes: readonly TreeNode[];
  readonly selection: Selection;
  readonly onChange: (selection: Selection) => void;
}

/** The tree, its branches read as they open, and above it what is ticked. */
export function OrganizationPicker({ instanceId, nodes, selection, onChange }: OrganizationPickerProps) {
  const known = useRef(new Map(nodes.map((node) => [node.id, node])));

  const loadChildren = useCallback(
    async (parentId: string) =>
      remember(known.current, await listBranchAction(instanceId, undefined, { parentId })),
    [instanceId],
  );
  const search = useCallback(
    async (text: string) =>
      remember(known.current, await searchBranchesAction(instanceId, undefined, { text })),
    [instanceId],
  );

  function toggle(node: TreeNode, checked: boolean) {
    if (checked) onChange(withOrganization(selection, choiceOf(known.current, node)));
    else onChange(withoutOrganization(selection, node.id));
  }

  return (
    <section aria-labelledby="scope-organizations" className="flex flex-col gap-2">
      <h3 id="scope-organizations" className="font-medium">
        Organizations
      </h3>
      <Ticked
        label="Organizations in scope"
        items={[...selection.values()].map(({ id, name, above }) => ({
          id,
          name,
          note: above.map((each) => each.name).join(" / "),
        }))}
        onRemove={(id) => onChange(withoutOrganization(selection, id))}
      />
      <OrganizationTree
        label="Organizations"
        nodes={nodes}
        loadChildren={loadChildren}
        search={search}
        selection={{ kind: "many", checked: new Set(selection.keys()), onToggle: toggle }}
        height="max-h-80"
      />
    </section>
  );
}

type Answer =
  | { readonly ok: true; readonly value?: readonly TreeNode[] }
  | { readonly ok: false; readonly message: string };

/** Keeps what was read, so that a node that is ticked later is known with what stands above it. */
function remember(known: Map<string, TreeNode>, answer: Answer): readonly TreeNode[] {
  if (!answer.ok) throw new Error(answer.message);
  const nodes = answer.value ?? [];
  for (const node of nodes) known.set(node.id, node);
  return nodes;
}

function choiceOf(
  known: ReadonlyMap<string, TreeNode>,
  { id, name, parentId }: TreeNode,
): OrganizationChoice {
  const above: { id: string; name: string }[] = [];
  let parent = parentId === undefined ? undefined : known.get(parentId);
  while (parent) {
    above.unshift({ id: parent.id, name: parent.name });
    parent = parent.parentId === undefined ? undefined : known.get(parent.parentId);
  }
  return { id, name, above };
}
