import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { failedPasswordRules } from "@/lib/directory/accounts/password-policy";

const State = z.object({
  /** In clear, which only a demo may do: a second start prints the same password. */
  administrator: z.object({ email: z.string(), password: z.string() }),
  /** The recorded sessions that were begun, and those that were played to the end. */
  begun: z.array(z.enum(["okta", "entra"])),
  played: z.array(z.enum(["okta", "entra"])),
});

/** What the demo remembers beside its directory. */
export type DemoState = z.infer<typeof State>;

const EMAIL = "owner@northern-harbour.example";

/** @throws Error when the file is not one of the demo's */
export async function readState(dataDir: string): Promise<DemoState> {
  const file = fileIn(dataDir);
  if (existsSync(file)) return State.parse(JSON.parse(await readFile(file, "utf8")));
  const state = { administrator: { email: EMAIL, password: newPassword() }, begun: [], played: [] };
  await writeState(dataDir, state);
  return state;
}

/** Readable by its owner alone; whole or not at all. */
export async function writeState(dataDir: string, state: DemoState): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const draft = `${fileIn(dataDir)}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify(state, undefined, 2)}\n`, { mode: 0o600 });
  await rename(draft, fileIn(dataDir));
}

function fileIn(dataDir: string): string {
  return join(dataDir, "demo.json");
}

/** Random until it meets the policy for administrators. */
function newPassword(): string {
  const owner = { username: EMAIL, displayName: undefined, phoneNumber: undefined, email: EMAIL };
  for (;;) {
    const password = randomBytes(12).toString("base64url");
    if (failedPasswordRules(password, "recommended", owner).length === 0) return password;
  }
}
