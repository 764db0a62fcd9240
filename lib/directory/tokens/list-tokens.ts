import { type Admin, requireRole } from "../actor";
import { getApplication } from "../applications/read-application";
import { findTokens } from "./store";
import type { Token } from "./token";

/** Oldest first. @throws DirectoryError not_found on the application */
export async function listTokens(admin: Admin, applicationId: string): Promise<Token[]> {
  requireRole(admin, "auditor");
  await getApplication(admin, applicationId);
  return findTokens(admin.instanceId, applicationId);
}
