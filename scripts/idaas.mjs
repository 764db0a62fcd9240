#!/usr/bin/env node
// Starts the `idaas` command; bundles it first where nothing was built yet. What the
// bundling says goes to standard error: standard output belongs to the command.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const bundle = new URL("../dist/idaas.js", import.meta.url);
if (!existsSync(bundle)) {
  const build = fileURLToPath(new URL("build.mjs", import.meta.url));
  const { status } = spawnSync(process.execPath, [build, "generate", "bundle"], { stdio: ["ignore", 2, 2] });
  if (status !== 0) process.exit(1);
}
await import(bundle.href);
