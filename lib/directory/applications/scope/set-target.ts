import { type Admin, requireRole } from "../../actor";
import { change } from "../../change/store";
import { notFound, refused } from "../../error";
import { lockTree } from "../../organizations/store";
import { lockApplication, updateApplication } from "../store";
import { inScope, organizationName } from "./store";

/**
 * Chooses the organization for accounts that the application creates without naming one.
 *
 * @throws DirectoryError not_found; refused when it lies outside the provisioning scope
 */
export async function setTarget(admin: Admin, applicationId: string, organizationId: string): Promise<void> {
  requireRole(admin, "administrator");
  await change(admin, async (tx) => {
    const { name, scope, targetOrganizationId } = await lockApplication(tx, applicationId);
    await lockTree(tx, "read");
    const organization = await organizationName(tx, organizationId);
    if (organization === undefined) throw notFound("organization", organizationId);
    if (!(await inScope(tx, scope.organizations, organizationId))) {
      throw refused(
        `The organization "${organization}" is outside the provisioning scope of the application "${name}". Add it, or one above it, to the scope first.`,
        "organizationId",
      );
    }
    await updateApplication(tx, applicationId, { targetOrganizationId: organizationId });
    await tx.audit(
      "application.target",
      { type: "application", id: applicationId, name },
      { targetOrganizationId: targetOrganizationId ?? null },
      { targetOrganizationId: organizationId },
    );
  });
}
