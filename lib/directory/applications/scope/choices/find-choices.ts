import { foldCase } from "@/lib/scim/compare";
import { type Admin, requireRole } from "../../../actor";
import { listChildren } from "../../../organizations/tree/read-tree";
import { getApplication } from "../../read-application";
import { seenTag } from "../../seen";
import type { DescribedScope, GroupChoice, OrganizationChoice, ScopeDraft } from "./choice";
import {
  findGroupChoices,
  findGroupsById,
  findOrganizationChoices,
  findOrganizationsById,
  findRoot,
} from "./store";

/** As many as a list to choose from shows; the search narrows it. */
const MOST_CHOICES = 50;

/** Beyond any scope: an instance has no more organizations and groups than that. */
const MOST_IN_SCOPE = 1_000_000;

/** Organizations whose name holds the text, by name; all without one. */
export async function searchScopeOrganizations(admin: Admin, text: string): Promise<OrganizationChoice[]> {
  requireRole(admin, "auditor");
  return findOrganizationChoices(admin.instanceId, searched(text), undefined, MOST_CHOICES);
}

/** Likewise, of those in the application's provisioning scope: what its target may be. */
export async function searchTargets(
  admin: Admin,
  applicationId: string,
  text: string,
): Promise<OrganizationChoice[]> {
  requireRole(admin, "auditor");
  const { id } = await getApplication(admin, applicationId);
  return findOrganizationChoices(admin.instanceId, searched(text), id, MOST_CHOICES);
}

/** Groups whose name holds the text, by name. */
export async function searchScopeGroups(admin: Admin, text: string): Promise<GroupChoice[]> {
  requireRole(admin, "auditor");
  return findGroupChoices(admin.instanceId, searched(text), MOST_CHOICES);
}

/** One organization with where it stands; undefined when it is unknown. */
export async function describeOrganization(
  admin: Admin,
  organizationId: string,
): Promise<OrganizationChoice | undefined> {
  requireRole(admin, "auditor");
  const [found] = await findOrganizationsById(admin.instanceId, [organizationId], 1);
  return found;
}

/** @param limit how many organizations and groups are named @throws DirectoryError not_found */
export async function describeScope(
  admin: Admin,
  applicationId: string,
  limit: number,
): Promise<DescribedScope> {
  requireRole(admin, "auditor");
  const { scope } = await getApplication(admin, applicationId);
  return {
    organizations: await findOrganizationsById(admin.instanceId, scope.organizations, limit),
    groups: await findGroupsById(admin.instanceId, scope.groups, limit),
    organizationTotal: scope.organizations.length,
    groupTotal: scope.groups.length,
  };
}

/**
 * Everything that is in the scope, and what to choose from.
 *
 * @throws DirectoryError not_found
 */
export async function readScopeDraft(admin: Admin, applicationId: string): Promise<ScopeDraft> {
  requireRole(admin, "auditor");
  const { instanceId } = admin;
  const { scope, targetOrganizationId } = await getApplication(admin, applicationId);
  const root = await findRoot(instanceId);
  return {
    scope: await describeScope(admin, applicationId, MOST_IN_SCOPE),
    seen: seenTag(scope),
    target:
      targetOrganizationId === undefined
        ? undefined
        : await describeOrganization(admin, targetOrganizationId),
    nodes: root ? [root, ...(await listChildren(admin, root.id))] : [],
    groups: await findGroupChoices(instanceId, "", MOST_CHOICES),
  };
}

/** NUL, which no name holds, would be refused by the database. */
function searched(text: string): string {
  return foldCase(text.replaceAll("\0", "").trim());
}
