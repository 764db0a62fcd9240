import type { Actor } from "../actor";
import { notFound } from "../error";
import type { Instance } from "./instance";
import { findInstance, findInstances } from "./store";

/** The command line sees every instance, an administrator those in which it has a role, an application none. */
export async function listInstances(actor: Actor): Promise<Instance[]> {
  switch (actor.kind) {
    case "command_line":
      return findInstances();
    case "administrator":
      return findInstances(actor.id);
    case "application":
      return [];
  }
}

/** @throws DirectoryError not_found */
export async function getInstance(id: string): Promise<Instance> {
  const instance = await findInstance(id);
  if (!instance) throw notFound("instance", id);
  return instance;
}
