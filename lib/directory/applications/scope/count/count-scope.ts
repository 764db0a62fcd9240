import { z } from "zod";
import { type Admin, requireRole } from "../../../actor";
import { checked } from "../../../input";
import { getApplication } from "../../read-application";
import { countScope, type ScopeCount } from "./store";

export type { ScopeCount } from "./store";

const ProposedScope = z.strictObject({
  organizations: z.array(z.string()).max(10_000).default([]),
  groups: z.array(z.string()).max(10_000).default([]),
});

/** Who is inside the provisioning scope of an application. @throws DirectoryError not_found */
export async function countInScope(admin: Admin, applicationId: string): Promise<ScopeCount> {
  requireRole(admin, "auditor");
  const { scope } = await getApplication(admin, applicationId);
  return countScope(admin.instanceId, scope);
}

/** Who would be inside a scope that is not saved yet; ids that are unknown count for nothing. */
export async function countProposedScope(
  admin: Admin,
  scope: z.input<typeof ProposedScope>,
): Promise<ScopeCount> {
  requireRole(admin, "auditor");
  return countScope(admin.instanceId, checked(ProposedScope, scope));
}
