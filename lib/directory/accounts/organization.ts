import type { Caller } from "../callers/caller";
import { DirectoryError, invalidValue } from "../error";
import { isOrganizationInScope } from "./store";

const WHERE_TO_SET = "An administrator sets it in the console under Applications → Provisioning";

/**
 * Where a new account goes: the organization it names, else the target organization
 * of the application (product.md, "Synchronization target").
 *
 * @throws DirectoryError forbidden when scope or target are not set; invalid_value
 *   OrganizationNotInScope
 */
export async function organizationForNewAccount(caller: Caller, named: string | undefined): Promise<string> {
  if (caller.scope.organizations === "none") {
    throw new DirectoryError(
      "forbidden",
      `The application has no organization in its provisioning scope, so no account can be created. ${WHERE_TO_SET} → Configure synchronization scope.`,
    );
  }
  const organizationId = named ?? caller.targetOrganizationId;
  if (organizationId === undefined) {
    throw new DirectoryError(
      "forbidden",
      `The application has no target organization, and the request names no organizationId. ${WHERE_TO_SET} → Synchronize application to IDaaS → Synchronization scope.`,
    );
  }
  await checkOrganizationInScope(caller, organizationId);
  return organizationId;
}

/** @throws DirectoryError invalid_value OrganizationNotInScope, unknown or not */
export async function checkOrganizationInScope(caller: Caller, organizationId: string): Promise<void> {
  if (await isOrganizationInScope(caller, organizationId)) return;
  throw organizationNotInScope(organizationId);
}

export function organizationNotInScope(organizationId: string): DirectoryError {
  return invalidValue(
    "organizationId",
    `OrganizationNotInScope: organizationId ${JSON.stringify(organizationId)} is not an organization in the provisioning scope of this application.`,
  );
}
