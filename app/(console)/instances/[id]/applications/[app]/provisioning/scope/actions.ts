"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import type { OrganizationChoice } from "@/lib/directory/applications/scope/choices/choice";
import {
  readScopeDraft,
  searchScopeGroups,
  searchScopeOrganizations,
} from "@/lib/directory/applications/scope/choices/find-choices";
import { countProposedScope } from "@/lib/directory/applications/scope/count/count-scope";
import { NewScope, setScope } from "@/lib/directory/applications/scope/set-scope";
import { listChildren } from "@/lib/directory/organizations/tree/read-tree";
import { adminAction } from "@/lib/http/admin-action";

const applicationId = z.string();

/** What the panel begins with. */
export const readScopeDraftAction = adminAction(z.strictObject({ applicationId }), (admin, input) =>
  readScopeDraft(admin, input.applicationId),
);

export const listBranchAction = adminAction(z.strictObject({ parentId: z.string() }), (admin, { parentId }) =>
  listChildren(admin, parentId),
);

/** What was found, with all above it, as the tree shows it. */
export const searchBranchesAction = adminAction(
  z.strictObject({ text: z.string() }),
  async (admin, { text }) => branchesOf(await searchScopeOrganizations(admin, text)),
);

export const searchGroupsAction = adminAction(z.strictObject({ text: z.string() }), (admin, { text }) =>
  searchScopeGroups(admin, text),
);

export const countScopeAction = adminAction(NewScope.omit({ seen: true }), countProposedScope);

export const saveScopeAction = adminAction(
  NewScope.extend({ applicationId }),
  async (admin, { applicationId: id, ...scope }) => {
    await setScope(admin, id, scope);
    refresh();
  },
);

function branchesOf(found: readonly OrganizationChoice[]) {
  const nodes = new Map<
    string,
    { id: string; parentId: string | undefined; name: string; children: number }
  >();
  for (const { id, name, above } of found) {
    const path = [...above, { id, name }];
    for (const [depth, node] of path.entries()) {
      const children = depth < path.length - 1 ? 1 : (nodes.get(node.id)?.children ?? 0);
      nodes.set(node.id, { ...node, parentId: path[depth - 1]?.id, children });
    }
  }
  return [...nodes.values()];
}
