import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export interface Migration {
  /** The folder's name, such as 20261124000000_init. */
  readonly name: string;
  readonly script: string;
  /** SHA-256 of the file in hexadecimal, as Prisma keeps it. */
  readonly checksum: string;
}

const PLACE = join("prisma", "migrations");

/** The migrations that came with the program, oldest first. */
export async function readMigrations(directory = migrationsDirectory()): Promise<Migration[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(names.sort().map((name) => readMigration(directory, name)));
}

async function readMigration(directory: string, name: string): Promise<Migration> {
  const file = await readFile(join(directory, name, "migration.sql"));
  return { name, script: file.toString("utf8"), checksum: createHash("sha256").update(file).digest("hex") };
}

/**
 * Above this module, wherever it was bundled to (the source tree, dist/, Next's standalone folder), or else in
 * the working directory: a bundler may replace the module's own place by one that does not exist.
 */
function migrationsDirectory(): string {
  const module = dirname(fileURLToPath(import.meta.url));
  const found = [...foldersAbove(module), process.cwd()]
    .map((folder) => join(folder, PLACE))
    .find((place) => existsSync(join(place, "migration_lock.toml")));
  if (found === undefined) {
    throw new Error(`The folder ${PLACE} is neither above ${module} nor in ${process.cwd()}.`);
  }
  return found;
}

function foldersAbove(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...foldersAbove(parent)];
}
