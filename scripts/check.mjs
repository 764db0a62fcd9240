#!/usr/bin/env node
// What CI runs, in the order in which a fault is cheapest to find. Every step runs, but
// for those that stand on a broken one; the last line counts tests and steps together.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const bin = (name) => join(root, "node_modules", ".bin", name);
const reports = mkdtempSync(join(tmpdir(), "open-idaas-check-"));

const count = { passed: 0, failed: 0 };
const failures = [];

function run(title, command, args, environment = {}) {
  console.log(`\n▸ ${title}`);
  const started = Date.now();
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...environment },
  });
  if (error) console.error(error.message);
  console.log(
    `  ${title}: ${status === 0 ? "passed" : "failed"} in ${Math.round((Date.now() - started) / 1000)} s`,
  );
  return status === 0;
}

/** A step that passes or fails as one. */
function step(title, command, args) {
  const passed = run(title, command, args);
  count[passed ? "passed" : "failed"] += 1;
  if (!passed) failures.push(title);
  return passed;
}

/** Tests, each of which counts. A run that ends without a report, or without a test, has failed. */
function tests(title, project) {
  const file = join(reports, `${project}.json`);
  const passed = run(title, bin("vitest"), [
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ]);
  const report = readReport(file);
  counted(title, passed, report?.numPassedTests ?? 0, report?.numFailedTests ?? 0);
}

/** The journeys in a real browser, counted like tests. */
function journeys(title) {
  const file = join(reports, "browser.json");
  const passed = run(title, process.execPath, ["scripts/browser.mjs", "--reporter=list,json"], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  });
  const stats = readReport(file)?.stats;
  counted(title, passed, stats?.expected ?? 0, stats?.unexpected ?? 0);
}

function counted(title, passed, passedTests, failedTests) {
  count.passed += passedTests;
  count.failed += failedTests;
  if (passed && failedTests === 0 && passedTests > 0) return;
  failures.push(title);
  if (failedTests === 0) count.failed += 1;
}

/** undefined where a run ended before it wrote one. */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

function check() {
  if (!step("Prisma client", process.execPath, ["scripts/prisma.mjs", "generate"])) return;
  step("Biome", bin("biome"), ["ci", "--colors=off", "--error-on-warnings"]);
  step("Types", bin("tsc"), ["--noEmit"]);
  step("Knip", bin("knip"), []);
  tests("Unit tests", "unit");
  tests("Integration tests", "integration");
  if (!step("Build", process.execPath, ["scripts/build.mjs"])) return;
  tests("End-to-end tests", "e2e");
  journeys("Browser tests");
}

check();
rmSync(reports, { recursive: true, force: true });
if (failures.length > 0) console.log(`\nFailed: ${failures.join(", ")}`);
console.log(`\n${count.passed} passed, ${count.failed} failed`);
process.exitCode = count.failed === 0 ? 0 : 1;
