import { type Admin, requireRole } from "../../actor";
import { change } from "../../change/store";
import { notFound, refused } from "../../error";
import { lockTree } from "../../organizations/store";
import { checkSeen } from "../seen";
import { lockApplication, updateApplication } from "../store";
import { inScope, organizationName } from "./store";

/**
 * Chooses the organization for accounts that the application creates without naming one.
 *
 * @param seen stands for the target (null: none) that the choice started from
 * @throws DirectoryError not_found; refused when it lies outside the provisioning scope; conflict when
 * another target was chosen since
 */
export async function setTarget(
  admin: Admin,
  applicationId: string,
  organizationId: string,
  seen?: string,
): Promise<void> {
  requireRole(admin, "administrator");
  await change(admin, async (tx) => {
    const application = await lockApplication(tx, applicationId);
    const { name, scope, targetOrganizationId } = application;
    await checkSeen(tx, application, targetOrganizationId ?? null, seen);
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
