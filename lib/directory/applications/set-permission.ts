import { z } from "zod";
import { type Admin, requireRole } from "../actor";
import { change } from "../change/store";
import { checked } from "../input";
import { type Permission, SCENARIOS } from "./application";
import { checkSeen } from "./seen";
import { lockApplication, updateApplication } from "./store";

/**
 * What is left out stays as it is; a list replaces the scenarios. `seen`: the scenarios that the
 * edit started from.
 */
export const NewPermission = z.strictObject({
  enabled: z.boolean().optional(),
  scenarios: z
    .array(z.enum(SCENARIOS, { error: `A scenario must be one of: ${SCENARIOS.join(", ")}.` }))
    .optional(),
  seen: z.string().optional(),
});

/**
 * Sets the switch "IDaaS API" and the scenarios under it.
 *
 * @throws DirectoryError not_found; conflict when the scenarios were changed since
 */
export async function setPermission(
  admin: Admin,
  applicationId: string,
  input: z.input<typeof NewPermission>,
): Promise<Permission> {
  requireRole(admin, "administrator");
  const wanted = checked(NewPermission, input);
  return change(admin, async (tx) => {
    const application = await lockApplication(tx, applicationId);
    const { name, permission: before } = application;
    await checkSeen(tx, application, before.scenarios, wanted.seen);
    const ticked = wanted.scenarios ?? before.scenarios;
    const scenarios = SCENARIOS.filter((scenario) => ticked.includes(scenario));
    const after = { enabled: wanted.enabled ?? before.enabled, scenarios };
    await updateApplication(tx, applicationId, { apiEnabled: after.enabled, scenarios });
    const target = { type: "application", id: applicationId, name } as const;
    await tx.audit("application.permission", target, { ...before }, after);
    return after;
  });
}
