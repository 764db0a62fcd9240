import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { DataDirectoryInUse, holdDirectory } from "./data-lock";
import { processIdentity } from "./process-identity";

let directory: string;
let path: string;
const children: ChildProcess[] = [];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "idaas-lock-"));
  path = join(directory, "db.lock");
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  await rm(directory, { recursive: true });
});

/** A process that lives until it is killed. */
async function idleProcess(): Promise<{ child: ChildProcess; pid: number }> {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000); console.log('up')"]);
  children.push(child);
  await once(child.stdout, "data");
  return { child, pid: child.pid ?? 0 };
}

async function writeClaim(pid: number, identity: string | undefined): Promise<void> {
  await writeFile(path, JSON.stringify({ pid, identity, program: "server.js", claim: "c" }));
}

test("a live holder is named, and its claim stays", async () => {
  const { pid } = await idleProcess();
  await writeClaim(pid, await processIdentity(pid));
  const refused = holdDirectory(directory);
  await expect(refused).rejects.toBeInstanceOf(DataDirectoryInUse);
  await expect(refused).rejects.toThrow(
    `The data directory ${directory} is in use by process ${pid} (server.js).`,
  );
  expect(await readFile(path, "utf8")).toContain(`"pid":${pid},`);
});

test("a holder that has died is none", async () => {
  const { child, pid } = await idleProcess();
  await writeClaim(pid, await processIdentity(pid));
  child.kill("SIGKILL");
  await once(child, "exit");
  await (await holdDirectory(directory))();
});

test("a pid that another program has since taken is no holder", async () => {
  const { pid } = await idleProcess();
  await writeClaim(pid, "an earlier start");
  await (await holdDirectory(directory))();
});

test.runIf(process.platform === "linux")("a zombie is no holder", async () => {
  // The shell becomes `sleep`, which never collects the child that ended under it.
  const parent = spawn("sh", ["-c", "sleep 0.2 & echo $!; exec sleep 60"]);
  children.push(parent);
  const [line] = await once(parent.stdout, "data");
  const pid = Number(line);
  const identity = await processIdentity(pid);
  expect(identity).toBeDefined();
  await writeClaim(pid, identity);
  await expect.poll(() => readFile(`/proc/${pid}/stat`, "utf8"), { timeout: 20_000 }).toContain(") Z ");
  await (await holdDirectory(directory))();
});

test.each(["", "{", "null", '{"pid":"1"}'])("a claim that cannot be read (%j) is none", async (text) => {
  await writeFile(path, text);
  await (await holdDirectory(directory))();
});

test("the holder gives its claim back, and leaves nothing else", async () => {
  const release = await holdDirectory(directory);
  expect(existsSync(path)).toBe(true);
  await expect(holdDirectory(directory)).rejects.toThrow(`process ${process.pid} `);
  await release();
  expect(await readdir(directory)).toEqual([]);
});

test("giving back does not take away the claim of a later holder", async () => {
  const release = await holdDirectory(directory);
  await writeClaim(process.pid, await processIdentity(process.pid));
  await release();
  expect(existsSync(path)).toBe(true);
});

test("of many that find one stale claim, exactly one gets the directory", async () => {
  for (let round = 0; round < 20; round += 1) {
    await writeClaim(process.pid, "an earlier start");
    const claims = await Promise.allSettled(Array.from({ length: 2 }, () => holdDirectory(directory)));
    const holders = claims.filter((claim) => claim.status === "fulfilled");
    expect(holders).toHaveLength(1);
    for (const holder of holders) await holder.value();
  }
});
