import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readyUrl } from "@/server/listening";
import { createPostgresDatabase, postgresServer } from "@/test/databases";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** What a server must answer within before the test gives up on it. */
const START_MS = 60_000;

/** A program that was started: its output so far, and its end. */
export interface Started {
  readonly pid: number;
  readonly out: () => string;
  readonly err: () => string;
  /** Sends a signal to this one process. */
  signal(name: NodeJS.Signals): void;
  /** The exit code, when it has ended and all it wrote is read. */
  readonly ended: Promise<number | null>;
}

export interface Listening extends Started {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** Ends it as an operator does, if it still runs. */
  stop(): Promise<void>;
}

export type Variables = Readonly<Record<string, string>>;

const NO_TELEMETRY = { NEXT_TELEMETRY_DISABLED: "1" };

const running = new Set<ChildProcess>();

// A test that fails must leave no server behind.
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

/** Starts a script of the repository with these variables and none of the tests' own. */
export function start(script: string, variables: Variables, args: readonly string[] = []): Started {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: "production",
      ...NO_TELEMETRY,
      ...variables,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${script} could not be started.`);
  running.add(child);
  const written = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    written.out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    written.err += text;
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once("close", (code) => {
      running.delete(child);
      resolve(code);
    });
  });
  return { pid, out: () => written.out, err: () => written.err, signal: (name) => child.kill(name), ended };
}

/** dist/server.js on a free port of 127.0.0.1, listening. */
export async function startServer(variables: Variables): Promise<Listening> {
  const server = start("dist/server.js", { HOST: "127.0.0.1", PORT: "0", ...variables });
  return listening(server, await until(server, () => readyUrl(server.out())));
}

export function listening(server: Started, url: string): Listening {
  const stop = async () => {
    server.signal("SIGTERM");
    await server.ended;
  };
  return { ...server, url, stop };
}

/** A port of 127.0.0.1 on which nothing listens. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (typeof address !== "object" || address === null) throw new Error("There is no port.");
  return address.port;
}

/** Waits until a program has said or done something. Throws with its output when it ends before, or is too slow. */
export async function until<T>(
  program: Started,
  found: () => T | undefined | Promise<T | undefined>,
): Promise<T> {
  let over = false;
  void program.ended.then(() => {
    over = true;
  });
  const last = Date.now() + START_MS;
  while (!over && Date.now() < last) {
    const value = await found();
    if (value !== undefined) return value;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`The program ${over ? "ended" : "is not ready"}:\n${program.out()}\n${program.err()}`);
}

/** Where a server keeps what it has: a directory of its own, and a database. */
export interface Home {
  readonly variables: Variables;
  remove(): Promise<void>;
}

async function directory(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), "idaas-e2e-"));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

export async function embeddedHome(): Promise<Home> {
  const { path, remove } = await directory();
  return { variables: { DATA_DIR: path }, remove };
}

async function postgresHome(): Promise<Home> {
  const { path, remove } = await directory();
  const { url, drop } = await createPostgresDatabase();
  const secret = () => randomBytes(32).toString("base64");
  return {
    variables: { DATA_DIR: path, DATABASE_URL: url, AUTH_SECRET: secret(), ENCRYPTION_KEY: secret() },
    remove: async () => {
      await drop();
      await remove();
    },
  };
}

/** The ways in which the server is run, for `describe.each`: embedded always, PostgreSQL where one answers. */
export function homes(): Array<{
  kind: "embedded" | "postgresql";
  make: () => Promise<Home>;
  processes: number;
}> {
  const embedded = { kind: "embedded", make: embeddedHome, processes: 1 } as const;
  if (postgresServer === undefined) return [embedded];
  return [embedded, { kind: "postgresql", make: postgresHome, processes: 2 }];
}
