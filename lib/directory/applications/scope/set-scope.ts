import { z } from "zod";
import { type Admin, requireRole } from "../../actor";
import { type Change, change } from "../../change/store";
import { notFound, refused } from "../../error";
import { checked } from "../../input";
import { lockTree } from "../../organizations/store";
import type { Application, Scope } from "../application";
import { checkSeen } from "../seen";
import { lockApplication } from "../store";
import { inScope, organizationName, replaceScope, unknownGroups, unknownOrganizations } from "./store";

/** The whole scope: what is not named is no longer in it. `seen`: the scope that the edit started from. */
export const NewScope = z.strictObject({
  organizations: z.array(z.string()).default([]),
  groups: z.array(z.string()).default([]),
  seen: z.string().optional(),
});

/**
 * Replaces the provisioning scope.
 *
 * @throws DirectoryError not_found naming the unknown id; refused when the target
 * organization would fall out of the scope, naming it; conflict when it was changed since
 */
export async function setScope(
  admin: Admin,
  applicationId: string,
  input: z.input<typeof NewScope>,
): Promise<Scope> {
  requireRole(admin, "administrator");
  const wanted = checked(NewScope, input);
  const scope = {
    organizations: [...new Set(wanted.organizations)].sort(),
    groups: [...new Set(wanted.groups)].sort(),
  };
  await change(
    admin,
    async (tx) => {
      const application = await lockApplication(tx, applicationId);
      await checkSeen(tx, application, application.scope, wanted.seen);
      // No organization moves between the check of the target and the end of the change.
      await lockTree(tx, "read");
      const [organization] = await unknownOrganizations(tx, scope.organizations);
      if (organization !== undefined) throw notFound("organization", organization);
      const [group] = await unknownGroups(tx, scope.groups);
      if (group !== undefined) throw notFound("group", group);
      await keepTarget(tx, application, scope);
      await replaceScope(tx, applicationId, scope);
      const target = { type: "application", id: applicationId, name: application.name } as const;
      await tx.audit("application.scope", target, { ...application.scope }, scope);
    },
    { held: () => refused("A part of the scope was deleted meanwhile. Look at it, and try again.") },
  );
  return scope;
}

async function keepTarget(tx: Change, { targetOrganizationId }: Application, scope: Scope): Promise<void> {
  if (targetOrganizationId === undefined) return;
  if (await inScope(tx, scope.organizations, targetOrganizationId)) return;
  const name = (await organizationName(tx, targetOrganizationId)) ?? "";
  throw refused(
    `The target organization "${name}" (${targetOrganizationId}) would fall out of the provisioning scope. Keep it in the scope, or choose another target first.`,
    "organizations",
  );
}
