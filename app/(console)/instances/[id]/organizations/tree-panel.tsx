"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { OrganizationTree } from "@/components/console/organization-tree";
import type { TreeNode } from "@/components/console/tree-rows";
import { organizationsPath } from "./organizations-path";
import { useTreeLoader } from "./tree-loader";

interface TreePanelProps {
  readonly instanceId: string;
  readonly nodes: readonly TreeNode[];
  readonly open: readonly string[];
  readonly selected: string;
}

/** The tree for going to an organization. */
export function TreePanel({ instanceId, nodes, open, selected }: TreePanelProps) {
  const router = useRouter();
  const [pending, start] = useTransition();
  const loader = useTreeLoader(instanceId);
  return (
    <div
      aria-busy={pending}
      className="self-start rounded-lg border border-line bg-surface p-3 lg:sticky lg:top-8"
    >
      <OrganizationTree
        label="Organizations"
        nodes={nodes}
        open={open}
        {...loader}
        selection={{
          kind: "one",
          selected,
          onSelect: ({ id }) =>
            start(() => router.push(organizationsPath(instanceId, id), { scroll: false })),
        }}
        height="max-h-72 lg:max-h-[calc(100dvh-9rem)]"
      />
    </div>
  );
}
