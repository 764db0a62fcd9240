import { type Actor, type Admin, requireRole } from "../actor";
import { notFound, refused } from "../error";
import type { Application } from "./application";
import { findApplication, findApplications, findInstanceOf } from "./store";

/** Everything that is set, and no secret. @throws DirectoryError not_found */
export async function getApplication(admin: Admin, id: string): Promise<Application> {
  requireRole(admin, "auditor");
  const application = await findApplication(admin.instanceId, id);
  if (!application) throw notFound("application", id);
  return application;
}

/** By name. */
export async function listApplications(admin: Admin): Promise<Application[]> {
  requireRole(admin, "auditor");
  return findApplications(admin.instanceId);
}

/**
 * The instance of an application, for the command line, whose commands name the
 * application only. Nobody else may ask across instances.
 *
 * @throws DirectoryError not_found
 */
export async function instanceOfApplication(actor: Actor, applicationId: string): Promise<string> {
  if (actor.kind !== "command_line") throw refused("Only the command line looks across instances.");
  const instanceId = await findInstanceOf(applicationId);
  if (instanceId === undefined) throw notFound("application", applicationId);
  return instanceId;
}
