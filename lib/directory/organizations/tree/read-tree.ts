import { type Admin, requireRole } from "../../actor";
import type { OrganizationNode } from "../organization";
import { findChildren, findTree } from "./store";

/** The whole tree in one query, parents before children. */
export async function readTree(admin: Admin): Promise<OrganizationNode[]> {
  requireRole(admin, "auditor");
  return findTree(admin.instanceId);
}

/** The organizations directly below one; none when it is unknown. */
export async function listChildren(admin: Admin, parentId: string): Promise<OrganizationNode[]> {
  requireRole(admin, "auditor");
  return findChildren(admin.instanceId, parentId);
}
