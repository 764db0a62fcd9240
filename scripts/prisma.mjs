#!/usr/bin/env node
// Runs Prisma's command line with the engine of scripts/prisma-engine.mjs, and without its calls home:
// `node scripts/prisma.mjs generate`, `… migrate dev --name add_x`, `… migrate diff …`.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const cli = createRequire(import.meta.url).resolve("prisma/build/index.js");
const engine = fileURLToPath(new URL("prisma-engine.mjs", import.meta.url));

const { status, error } = spawnSync(process.execPath, [cli, ...process.argv.slice(2)], {
  stdio: "inherit",
  env: {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: engine,
    CHECKPOINT_DISABLE: "1",
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
  },
});
if (error) throw error;
process.exitCode = status ?? 1;
