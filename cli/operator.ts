import { userInfo } from "node:os";
import type { Actor, Admin } from "@/lib/directory/actor";
import { instanceOfApplication } from "@/lib/directory/applications/read-application";
import { getInstance } from "@/lib/directory/instances/list-instances";

/** Whoever can run the command holds the database anyway, and so acts as an owner. */
export function operator(): Actor {
  return { kind: "command_line", id: "command_line", name: systemUser(), address: "local" };
}

/** @throws DirectoryError not_found when there is no such instance */
export async function operatorOf(instanceId: string): Promise<Admin> {
  const { id } = await getInstance(instanceId);
  return { instanceId: id, role: "owner", actor: operator() };
}

/** For commands that name the application only. @throws DirectoryError not_found */
export async function operatorOfApplication(applicationId: string): Promise<Admin> {
  const actor = operator();
  return { instanceId: await instanceOfApplication(actor, applicationId), role: "owner", actor };
}

/** A container may run under a user id that has no name. */
function systemUser(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.() ?? "unknown"}`;
  }
}
