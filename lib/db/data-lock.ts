import { randomUUID } from "node:crypto";
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { z } from "zod";
import { processIdentity } from "./process-identity";

/** Another process has the embedded database open. The message names it. */
export class DataDirectoryInUse extends Error {
  override readonly name = "DataDirectoryInUse";
  readonly pid: number;

  constructor(dataDir: string, holder: Holder) {
    super(
      `The data directory ${dataDir} is in use by process ${holder.pid} (${holder.program}). ` +
        "Stop that process first, or name another directory with DATA_DIR.",
    );
    this.pid = holder.pid;
  }
}

const Holder = z.object({ pid: z.number(), identity: z.string(), program: z.string(), claim: z.string() });
type Holder = z.infer<typeof Holder>;

const ATTEMPTS = 20;

/**
 * Claims a data directory for this process; the result gives it back. A holder that has ended, or whose pid
 * another program has since taken, is none. Throws DataDirectoryInUse.
 */
export async function holdDirectory(dataDir: string): Promise<() => Promise<void>> {
  const path = join(dataDir, "db.lock");
  const claim: Holder = {
    pid: process.pid,
    identity: (await processIdentity(process.pid)) ?? "unknown",
    // Not the arguments: they may hold a password.
    program: basename(process.argv[1] ?? process.title),
    claim: randomUUID(),
  };
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (await place(path, claim)) return () => release(path, claim);
    const holder = await readHolder(path);
    if (holder !== undefined && (await isHeld(holder))) throw new DataDirectoryInUse(dataDir, holder);
    await removeStale(path, holder);
  }
  throw new Error(`The data directory ${dataDir} cannot be claimed: ${path} keeps changing.`);
}

async function isHeld(holder: Holder): Promise<boolean> {
  return (await processIdentity(holder.pid)) === holder.identity;
}

async function place(path: string, claim: Holder): Promise<boolean> {
  const draft = `${path}.${claim.claim}`;
  await writeFile(draft, `${JSON.stringify(claim)}\n`, { mode: 0o600 });
  try {
    // A link appears whole and only once, where a file that is being written may be read half.
    await link(draft, path);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  } finally {
    await rm(draft);
  }
}

async function readHolder(path: string): Promise<Holder | undefined> {
  const text = await readFile(path, "utf8").catch(() => "");
  try {
    return Holder.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Of two processes that find the same stale claim, one may already have replaced it: that one is put back. */
async function removeStale(path: string, stale: Holder | undefined): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch {
    return;
  }
  const moved = await readHolder(aside);
  if (moved?.claim !== stale?.claim) await link(aside, path).catch(() => {});
  await rm(aside);
}

async function release(path: string, claim: Holder): Promise<void> {
  const holder = await readHolder(path);
  if (holder?.claim === claim.claim) await rm(path, { force: true });
}
