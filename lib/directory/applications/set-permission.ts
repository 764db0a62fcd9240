import { z } from "zod";
import { type Admin, requireRole } from "../actor";
import { change } from "../change/store";
import { checked } from "../input";
import { type Permission, SCENARIOS } from "./application";
import { lockApplication, updateApplication } from "./store";

/** Scenarios that are left out stay as they are; a list replaces them. */
export const NewPermission = z.strictObject({
  enabled: z.boolean(),
  scenarios: z
    .array(z.enum(SCENARIOS, { error: `A scenario must be one of: ${SCENARIOS.join(", ")}.` }))
    .optional(),
});

/** Sets the switch "IDaaS API" and the scenarios under it. @throws DirectoryError not_found */
export async function setPermission(
  admin: Admin,
  applicationId: string,
  input: z.input<typeof NewPermission>,
): Promise<Permission> {
  requireRole(admin, "administrator");
  const wanted = checked(NewPermission, input);
  return change(admin, async (tx) => {
    const { name, permission: before } = await lockApplication(tx, applicationId);
    const ticked = wanted.scenarios ?? before.scenarios;
    const scenarios = SCENARIOS.filter((scenario) => ticked.includes(scenario));
    const after = { enabled: wanted.enabled, scenarios };
    await updateApplication(tx, applicationId, { apiEnabled: after.enabled, scenarios });
    const target = { type: "application", id: applicationId, name } as const;
    await tx.audit("application.permission", target, { ...before }, after);
    return after;
  });
}
