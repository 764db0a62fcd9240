import type { ProvisioningScope } from "./callers/caller";

/** The SQL expressions of the instance and the application in a statement. */
export interface ScopeParameters {
  readonly instanceId: string;
  readonly applicationId: string;
}

/**
 * The condition under which an account is in the provisioning scope: its organization
 * is one of the scope's or below one, or it is a member of a group in scope
 * (product.md, "Provisioning scope").
 *
 * @param account the alias of the accounts table
 */
export function accountInScope(
  scope: ProvisioningScope,
  account: string,
  { instanceId, applicationId }: ScopeParameters,
): string {
  if (scope.organizations === "everything") return "TRUE";
  const conditions: string[] = [];
  if (scope.organizations === "some") {
    conditions.push(organizationInScope(`${account}.organization_id`, { instanceId, applicationId }));
  }
  if (scope.groups) {
    conditions.push(`EXISTS (SELECT 1 FROM group_members sm JOIN scope_groups sg
        ON sg.instance_id = sm.instance_id AND sg.group_id = sm.group_id
      WHERE sm.instance_id = ${instanceId} AND sm.account_id = ${account}.id AND sg.application_id = ${applicationId})`);
  }
  return conditions.length === 0 ? "FALSE" : `(${conditions.join(" OR ")})`;
}

/** The condition under which an organization is one of the scope's or below one. */
function organizationInScope(organization: string, { instanceId, applicationId }: ScopeParameters): string {
  return `EXISTS (SELECT 1 FROM organization_paths sp JOIN scope_organizations so
      ON so.instance_id = sp.instance_id AND so.organization_id = sp.ancestor_id
    WHERE sp.instance_id = ${instanceId} AND sp.descendant_id = ${organization} AND so.application_id = ${applicationId})`;
}

/**
 * The condition under which a group is in scope: it is listed. Asked of the database
 * each time: the group may have joined the scope since the caller was read.
 */
export function groupInScope(group: string, { instanceId, applicationId }: ScopeParameters): string {
  return `EXISTS (SELECT 1 FROM scope_groups sg
    WHERE sg.instance_id = ${instanceId} AND sg.application_id = ${applicationId} AND sg.group_id = ${group}.id)`;
}
