#!/usr/bin/env node
// The demo (docs/operations.md, "Two commands"): builds where nothing was built yet or the
// sources are newer, then starts in this process, so that Ctrl-C reaches it directly.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const SOURCES = [
  ...["app", "cli", "components", "e2e", "lib", "prisma", "public", "scripts", "server"],
  ...["next.config.ts", "package-lock.json", "postcss.config.mjs", "tsconfig.json"],
];
// Made by the build itself, or no part of it.
const NOT_SOURCES = /^(generated|.*\.test\.tsx?|.*\.tsbuildinfo)$/;

/** When the newest file at or below a path was written, in milliseconds; 0 where there is none. */
function newest(path) {
  if (!existsSync(path)) return 0;
  if (!statSync(path).isDirectory()) return statSync(path).mtimeMs;
  const names = readdirSync(path).filter((name) => !NOT_SOURCES.test(name));
  return Math.max(0, ...names.map((name) => newest(join(path, name))));
}

function isBuilt() {
  const builds = [join(root, ".next", "BUILD_ID"), join(root, "dist", "demo.js")];
  if (!builds.every((build) => existsSync(build))) return false;
  const built = Math.min(...builds.map(newest));
  return SOURCES.every((source) => newest(join(root, source)) <= built);
}

process.chdir(root);
if (isBuilt()) {
  console.log("▸ Built already.");
} else {
  const build = join(root, "scripts", "build.mjs");
  const { status } = spawnSync(process.execPath, [build], { stdio: ["ignore", "inherit", "inherit"] });
  if (status !== 0) process.exit(1);
}

// The demo has a directory of its own, in the embedded database, whatever the environment is set to.
process.env.DATA_DIR ||= "./data/demo";
process.env.LOG_LEVEL ||= "warn";
delete process.env.DATABASE_URL;
delete process.env.WEB_CONCURRENCY;
await import(new URL("../dist/demo.js", import.meta.url).href);
