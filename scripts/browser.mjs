#!/usr/bin/env node
// The journeys through the console in a real browser, on what was built. Where there is no browser it
// gets one; without one the run has failed: a browser test is never skipped in silence.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";

const root = fileURLToPath(new URL("..", import.meta.url));
const playwright = fileURLToPath(new URL("../node_modules/@playwright/test/cli.js", import.meta.url));
const SYSTEM_BROWSER = "/usr/bin/chromium";

const hasBrowser = () => existsSync(chromium.executablePath()) || existsSync(SYSTEM_BROWSER);

/** The first that succeeds: the system's package for who may install it, otherwise Playwright's own. */
function getBrowser() {
  const ways =
    process.getuid?.() === 0
      ? [["sh", ["-c", "apt-get update && apt-get install -y --no-install-recommends chromium"]]]
      : [];
  ways.push([process.execPath, [playwright, "install", "chromium"]]);
  for (const [command, args] of ways) {
    console.log("▸ No browser is here: getting one");
    spawnSync(command, args, {
      stdio: "inherit",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
    if (hasBrowser()) return true;
  }
  return false;
}

if (!hasBrowser() && !getBrowser()) {
  console.error("There is no browser, and none could be installed: the browser tests have not run.");
  process.exit(1);
}
const { status } = spawnSync(process.execPath, [playwright, "test", ...process.argv.slice(2)], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
});
process.exit(status ?? 1);
