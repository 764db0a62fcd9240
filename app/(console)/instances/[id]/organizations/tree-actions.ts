"use server";

import { z } from "zod";
import { searchScopeOrganizations } from "@/lib/directory/applications/scope/choices/find-choices";
import { listChildren } from "@/lib/directory/organizations/tree/read-tree";
import { adminAction } from "@/lib/http/admin-action";
import { branchesOf } from "./branches";
import { nodeOf, openTree } from "./open-tree";

/** What a tree begins with. */
export const openTreeAction = adminAction(
  z.strictObject({ at: z.string().optional() }),
  async (admin, { at }) => {
    const { nodes, view } = await openTree(admin, at);
    return { nodes, open: view.path.map(({ id }) => id) };
  },
);

export const listBranchAction = adminAction(
  z.strictObject({ parentId: z.string() }),
  async (admin, { parentId }) => (await listChildren(admin, parentId)).map(nodeOf),
);

/** What was found, with all above it, as the tree shows it. */
export const searchTreeAction = adminAction(
  z.strictObject({ text: z.string().max(256) }),
  async (admin, { text }) => branchesOf(await searchScopeOrganizations(admin, text)),
);
