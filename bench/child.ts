import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** A server in a process of its own. */
export interface ChildServer {
  readonly pid: number;
  readonly url: string;
  /** Resolves when the process is gone. */
  end(): Promise<void>;
}

const PATIENCE_MS = 12_000;

/** What a child is told: nothing of what this process was told decides about a measurement. */
function environmentOf(variables: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env;
  return { PATH, HOME, TMPDIR, NODE_ENV: "production", TZ: "UTC", ...variables };
}

/**
 * Starts a program of Node's and waits until it says where it listens.
 *
 * @throws Error with what it printed when it ends before
 */
export async function startChild(
  args: readonly string[],
  variables: Readonly<Record<string, string>>,
): Promise<ChildServer> {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: environmentOf(variables),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output = `${output}${chunk}`.slice(-10_000);
      const [, found] = / listens on (http:\/\/\S+)\n/.exec(output) ?? [];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`${args.join(" ")} ended with ${code}:\n${output}`)));
  });
  return { pid: child.pid ?? 0, url, end: () => endChild(child) };
}

async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, "exit");
  child.kill("SIGTERM");
  const kill = setTimeout(() => child.kill("SIGKILL"), PATIENCE_MS);
  await exit;
  clearTimeout(kill);
}

/** Runs a program of Node's to its end and gives what it printed. @throws Error with what it complained of */
export async function runChild(
  args: readonly string[],
  variables: Readonly<Record<string, string>>,
): Promise<string> {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: environmentOf(variables),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject).once("close", resolve);
  });
  const [printed, complaint, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  if (code === 0) return printed;
  throw new Error(`${args.join(" ")} ended with ${code}: ${complaint.trim()}`);
}
