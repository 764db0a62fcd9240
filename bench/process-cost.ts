import { readFile } from "node:fs/promises";
import type pg from "pg";

/** proc(5): times in /proc/PID/stat are in ticks; Linux shows 100 a second to programs on every architecture in use. */
const MS_PER_TICK = 10;

interface ProcessStat {
  readonly name: string;
  readonly cpuMs: number;
}

/** Undefined where there is no /proc, or no such process. */
async function processStat(pid: number): Promise<ProcessStat | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => undefined);
  return stat === undefined ? undefined : readStat(stat);
}

/** Reads a line of /proc/PID/stat. */
function readStat(stat: string): ProcessStat {
  // The name in brackets may itself hold spaces and brackets.
  const end = stat.lastIndexOf(")");
  const fields = stat.slice(end + 2).split(" ");
  // utime and stime are fields 14 and 15; the first after the name is field 3.
  const ticks = Number(fields[11]) + Number(fields[12]);
  return { name: stat.slice(stat.indexOf("(") + 1, end), cpuMs: ticks * MS_PER_TICK };
}

/** CPU time of a process with all its threads since it started; undefined where that is not to be had. */
export async function processCpuMs(pid: number): Promise<number | undefined> {
  return (await processStat(pid))?.cpuMs;
}

/** The most memory that the process has held at once, in MiB. */
export async function peakMemoryMiB(pid: number): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const [, kibibytes] = /^VmHWM:\s+(\d+) kB$/m.exec(status) ?? [];
  return kibibytes === undefined ? undefined : Number(kibibytes) / 1024;
}

/** CPU time by backend pid. */
export type BackendsCpu = ReadonlyMap<number, number>;

/**
 * CPU time of each backend that serves a database. Undefined when PostgreSQL's processes
 * are not seen from here: on another machine, or in a container of its own.
 */
export async function backendsCpuMs(admin: pg.Client, database: string): Promise<BackendsCpu | undefined> {
  const { rows } = await admin.query<{ pid: number }>(
    "SELECT pid FROM pg_stat_activity WHERE datname = $1 AND backend_type = 'client backend'",
    [database],
  );
  const times = new Map<number, number>();
  for (const { pid } of rows) {
    const stat = await processStat(pid);
    // The pid of another container may by chance be that of anything here.
    if (!stat?.name.startsWith("postgres")) return undefined;
    times.set(pid, stat.cpuMs);
  }
  return times;
}

/** What the backends have used between two readings. One that has begun meanwhile counts whole. */
export function backendsCpuBetween(
  before: BackendsCpu | undefined,
  after: BackendsCpu | undefined,
): number | undefined {
  if (!before || !after) return undefined;
  let total = 0;
  for (const [pid, cpuMs] of after) total += cpuMs - (before.get(pid) ?? 0);
  return total;
}
