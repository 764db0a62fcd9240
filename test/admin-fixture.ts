import { afterAll, beforeAll } from "vitest";
import { closeDatabase, database, useDatabase } from "@/lib/db/client";
import type { Admin, Role } from "@/lib/directory/actor";
import { createApplication } from "@/lib/directory/applications/create-application";
import { DirectoryError } from "@/lib/directory/error";
import { createInstance } from "@/lib/directory/instances/create-instance";
import type { TestDatabase } from "./databases";

/** Gives the tests of the suite a database of their own, as the process's. */
export function onDatabase({ open }: TestDatabase): void {
  beforeAll(async () => useDatabase(await open()));
  afterAll(closeDatabase);
}

export const commandLine = {
  kind: "command_line",
  id: "command_line",
  name: "tester",
  address: "local",
} as const;

export function asRole(instanceId: string, role: Role): Admin {
  return {
    instanceId,
    role,
    actor: { kind: "administrator", id: `admin_${role}`, name: role, address: "::1" },
  };
}

/** A new instance with its owner. */
export async function newInstance(name = "Acme"): Promise<{ admin: Admin; root: string }> {
  const { id, rootOrganizationId } = await createInstance(commandLine, { name });
  return { admin: asRole(id, "owner"), root: rootOrganizationId };
}

let applications = 0;

/** A new instance with an application. */
export async function newApplication(): Promise<{ admin: Admin; root: string; application: string }> {
  const { admin, root } = await newInstance();
  const { id } = await createApplication(admin, { name: `Application ${++applications}`, type: "custom" });
  return { admin, root, application: id };
}

let accounts = 0;

/** An enabled account, written past the use cases, with only what is given. */
export async function putAccount(
  instanceId: string,
  organizationId: string,
  values: { email?: string; phone?: readonly [region: string, number: string]; unique?: boolean } = {},
): Promise<string> {
  const id = `user_${++accounts}`;
  const { email = null, phone, unique = true } = values;
  const [region = null, number = null] = phone ?? [];
  const phoneKey = phone ? phone.join(":") : null;
  const { prisma } = await database();
  await prisma.account.create({
    data: {
      instanceId,
      id,
      organizationId,
      username: id,
      usernameKey: id,
      email,
      emailKey: email?.toLowerCase() ?? null,
      emailUniqueKey: unique ? (email?.toLowerCase() ?? null) : null,
      phoneRegion: region,
      phoneNumber: number,
      phoneValue: number,
      phoneUniqueKey: unique ? phoneKey : null,
      enabled: true,
      source: "console",
      createdAt: new Date(),
      updatedAt: new Date(),
    },
  });
  return id;
}

export async function putGroup(instanceId: string, id: string): Promise<string> {
  const { prisma } = await database();
  const now = new Date();
  await prisma.group.create({
    data: { instanceId, id, displayName: id, displayNameKey: id, createdAt: now, updatedAt: now },
  });
  return id;
}

/** What the directory says when it says no; fails when it says yes. */
export async function refusal(work: Promise<unknown>): Promise<DirectoryError> {
  const outcome = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (outcome instanceof DirectoryError) return outcome;
  throw new Error("The directory did not refuse.", { cause: outcome });
}

/** The outcomes of works that run at the same time: how many were done, and what the others were told. */
export async function atOnce(
  works: readonly Promise<unknown>[],
): Promise<{ done: number; refused: DirectoryError[] }> {
  const refusals: DirectoryError[] = [];
  let done = 0;
  for (const result of await Promise.allSettled(works)) {
    if (result.status === "fulfilled") done++;
    else if (result.reason instanceof DirectoryError) refusals.push(result.reason);
    else throw result.reason;
  }
  return { done, refused: refusals };
}
