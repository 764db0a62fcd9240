import { randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * The text of a secret that is made on first use and kept in a file that only its owner reads: `bytes` random
 * bytes in base64. Of several processes that ask at once, all get the same one.
 */
export function keptSecret(path: string, bytes: number): string {
  if (!existsSync(path)) make(path, randomBytes(bytes).toString("base64"));
  return readFileSync(path, "utf8").trim();
}

function make(path: string, secret: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, `${secret}\n`, { mode: 0o600 });
  try {
    // A link appears whole and only once, where a file that is being written may be read half.
    linkSync(draft, path);
  } catch (error) {
    if (!existsSync(path)) throw error;
  } finally {
    rmSync(draft);
  }
}
