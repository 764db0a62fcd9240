import { execFileSync } from "node:child_process";
import { availableParallelism, cpus, platform, totalmem } from "node:os";
import { ROOT } from "./child";

/** What the figures depend on, and nothing by which the machine is known. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly platform: string;
  readonly node: string;
  readonly postgresql: Readonly<Record<string, string>>;
}

export function describeMachine(postgresql: Readonly<Record<string, string>>): Machine {
  return {
    cpu: cpus()[0]?.model.trim() ?? "unknown",
    cores: availableParallelism(),
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    platform: platform(),
    node: process.version,
    postgresql,
  };
}

/** The commit that is measured, with `-changed` when the files differ from it. */
export function commitName(): string {
  const git = (...args: string[]) =>
    execFileSync("git", args, { cwd: ROOT, encoding: "utf8", stdio: "pipe" }).trim();
  try {
    const commit = git("rev-parse", "--short", "HEAD");
    return git("status", "--porcelain", "--untracked-files=no") === "" ? commit : `${commit}-changed`;
  } catch {
    return "uncommitted";
  }
}
