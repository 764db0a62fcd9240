"use client";

import { useCallback } from "react";
import type { TreeNode } from "@/components/console/tree-rows";
import { listBranchAction, searchTreeAction } from "./tree-actions";

/** How a tree reads branches as they open, and searches; the same functions from render to render. */
export function useTreeLoader(instanceId: string) {
  const loadChildren = useCallback(
    async (parentId: string) => nodesIn(await listBranchAction(instanceId, undefined, { parentId })),
    [instanceId],
  );
  const search = useCallback(
    async (text: string) => nodesIn(await searchTreeAction(instanceId, undefined, { text })),
    [instanceId],
  );
  return { loadChildren, search };
}

type Answer =
  | { readonly ok: true; readonly value?: readonly TreeNode[] }
  | { readonly ok: false; readonly message: string };

function nodesIn(answer: Answer): readonly TreeNode[] {
  if (!answer.ok) throw new Error(answer.message);
  return answer.value ?? [];
}
