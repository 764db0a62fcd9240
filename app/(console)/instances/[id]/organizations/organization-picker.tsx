"use client";

import { useEffect, useState } from "react";
import { OrganizationTree } from "@/components/console/organization-tree";
import type { TreeNode } from "@/components/console/tree-rows";
import { Callout } from "@/components/ui/callout";
import { Skeleton } from "@/components/ui/skeleton";
import { openTreeAction } from "./tree-actions";
import { useTreeLoader } from "./tree-loader";

/** An organization that was chosen, or is to be. */
export interface ChosenOrganization {
  readonly id: string;
  readonly name: string;
}

interface OrganizationPickerProps {
  readonly instanceId: string;
  readonly label: string;
  readonly chosen: ChosenOrganization | undefined;
  readonly onChoose: (organization: ChosenOrganization) => void;
}

/** One organization of the whole tree, which is read when this is first shown. */
export function OrganizationPicker({ instanceId, label, chosen, onChoose }: OrganizationPickerProps) {
  const [tree, setTree] = useState<{ nodes: readonly TreeNode[]; open: readonly string[] }>();
  const [problem, setProblem] = useState<string>();
  const [at] = useState(chosen?.id);
  const loader = useTreeLoader(instanceId);

  useEffect(() => {
    let current = true;
    openTreeAction(instanceId, undefined, at === undefined ? {} : { at }).then((result) => {
      if (!current) return;
      if (result.ok) setTree(result.value);
      else setProblem(result.message);
    });
    return () => {
      current = false;
    };
  }, [instanceId, at]);

  if (problem !== undefined) return <Callout tone="bad">{problem}</Callout>;
  if (!tree) return <Skeleton size="h-80 w-full" />;
  return (
    <>
      <OrganizationTree
        label={label}
        nodes={tree.nodes}
        open={tree.open}
        {...loader}
        selection={{ kind: "one", selected: chosen?.id, onSelect: onChoose }}
        height="h-72"
      />
      <p role="status" className="text-muted">
        {chosen ? `Chosen: ${chosen.name}` : "Nothing is chosen yet."}
      </p>
    </>
  );
}
