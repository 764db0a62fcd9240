import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { ROOT, runChild, startChild } from "./child";
import type { ScratchDatabase } from "./scratch";
import type { Target } from "./target";

const SERVER = "dist/server.js";
const COMMAND = "dist/idaas.js";

/** @throws Error with a sentence when the bundles are missing */
export function checkBuilt(): void {
  if ([SERVER, COMMAND].every((file) => existsSync(join(ROOT, file)))) return;
  throw new Error("The product is not built: run `npm run build` first.");
}

/**
 * The built server, one process, over a fresh directory: an instance, and an application
 * that synchronizes into one organization below the root, as most do.
 *
 * @param nodeOptions for node itself, such as --cpu-prof
 */
export async function startProduct(
  database: ScratchDatabase,
  nodeOptions: readonly string[],
): Promise<Target> {
  const variables = {
    DATABASE_URL: database.url,
    AUTH_SECRET: randomBytes(32).toString("base64"),
    ENCRYPTION_KEY: randomBytes(32).toString("base64"),
    HOST: "127.0.0.1",
    PORT: "0",
    WEB_CONCURRENCY: "1",
    SCIM_RATE_LIMIT: "0",
    LOG_LEVEL: "warn",
  };
  const token = await readyApplication(variables);
  const server = await startChild([...nodeOptions, SERVER], variables);
  return { name: "product", base: `${server.url}/scim/v2`, token, database: database.name, server };
}

/** @returns a bearer token of it */
async function readyApplication(variables: Readonly<Record<string, string>>): Promise<string> {
  const idaas = async (...args: string[]): Promise<unknown> =>
    JSON.parse(await runChild([COMMAND, ...args, "--json"], variables));
  const made = z.object({ id: z.string() });
  await idaas("migrate");
  const { id: instance } = made.parse(await idaas("instance", "create", "--name", "Bench"));
  const { id: target } = made.parse(
    await idaas("organization", "create", "--instance", instance, "--name", "Staff"),
  );
  const { id: application } = made.parse(
    await idaas("application", "create", "--instance", instance, "--name", "Load", "--type", "custom"),
  );
  await idaas("scope", "set", "--application", application, "--organization", target);
  await idaas("target", "set", "--application", application, "--organization", target);
  await idaas("permission", "set", "--application", application, "--enabled", "true", "--all-scenarios");
  const issued = await idaas("token", "create", "--application", application, "--days", "1");
  return z.object({ token: z.string() }).parse(issued).token;
}
