import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * What tells a process from a later one with the same pid: the start of the machine and of the process.
 * Undefined when no such process lives; a zombie, which has ended and waits to be collected, does not.
 */
export async function processIdentity(pid: number): Promise<string | undefined> {
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined;
  return process.platform === "linux" ? fromProc(pid) : fromPs(pid);
}

async function fromProc(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => undefined);
  if (stat === undefined) return undefined;
  // proc(5): the name in brackets may itself hold spaces and brackets; the state is the field after it (3),
  // the start in ticks since boot field 22.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  if (hasEnded(fields[0])) return undefined;
  const boot = await readFile("/proc/sys/kernel/random/boot_id", "utf8").catch(() => "");
  return `${boot.trim()}:${fields[19]}`;
}

async function fromPs(pid: number): Promise<string | undefined> {
  // Without ps, as on Windows, the pid alone has to do.
  const answer = await run("ps", ["-o", "stat=,lstart=", "-p", String(pid)]).catch(() => undefined);
  if (answer === undefined) return isAlive(pid) ? "unknown" : undefined;
  const [state, ...start] = answer.stdout.trim().split(/\s+/);
  return hasEnded(state) ? undefined : start.join(" ");
}

function hasEnded(state: string | undefined): boolean {
  return state === undefined || /^[ZXx]/.test(state);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
