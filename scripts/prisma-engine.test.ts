import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { migrate } from "@/lib/db/migrate";
import { openPostgres } from "@/lib/db/postgres";
import { createPostgresDatabase, type PostgresTestDatabase, postgresServer } from "@/test/databases";

const root = fileURLToPath(new URL("..", import.meta.url));

interface Outcome {
  readonly code: number;
  readonly output: string;
}

/** Prisma's command line on this project; without a URL the engine works on an embedded database. */
function prisma(args: readonly string[], url?: string): Promise<Outcome> {
  const { DATABASE_URL: _, ...environment } = process.env;
  const env = url === undefined ? environment : { ...environment, DATABASE_URL: url };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ["scripts/prisma.mjs", ...args],
      { cwd: root, env },
      (error, stdout, stderr) => {
        resolve({
          code: typeof error?.code === "number" ? error.code : error ? -1 : 0,
          output: stdout + stderr,
        });
      },
    );
  });
}

const driftArguments = (schema: string) => [
  "migrate",
  "diff",
  "--from-migrations",
  "prisma/migrations",
  "--to-schema",
  schema,
  "--exit-code",
];

describe("the migrations make what the schema says", () => {
  test("no drift, judged by the embedded database", async () => {
    expect(await prisma(driftArguments("prisma/schema.prisma"))).toMatchObject({ code: 0 });
  });

  test("a change of the schema without a migration is drift", async () => {
    const directory = await mkdtemp(join(tmpdir(), "idaas-drift-"));
    const changed = join(directory, "schema.prisma");
    const schema = await readFile(join(root, "prisma/schema.prisma"), "utf8");
    await writeFile(changed, schema.replace("@@index([instanceId, emailKey])", ""));
    const { code, output } = await prisma(driftArguments(changed));
    expect(code).toBe(2);
    expect(output).toContain("accounts");
    await rm(directory, { recursive: true });
  });
});

describe.runIf(postgresServer !== undefined)("on PostgreSQL", () => {
  let database: PostgresTestDatabase;
  beforeAll(async () => {
    database = await createPostgresDatabase();
  });
  afterAll(() => database?.drop());

  test("no drift", async () => {
    expect(await prisma(driftArguments("prisma/schema.prisma"), database.url)).toMatchObject({ code: 0 });
  });

  test("status tells what deploy has to do, and deploy does it", async () => {
    const before = await prisma(["migrate", "status"], database.url);
    expect(before).toMatchObject({ code: 1, output: expect.stringContaining("20261124000000_init") });
    const deployed = await prisma(["migrate", "deploy"], database.url);
    expect(deployed).toMatchObject({ code: 0, output: expect.stringContaining("20261124000000_init") });
    const after = await prisma(["migrate", "status"], database.url);
    expect(after).toMatchObject({ code: 0, output: expect.stringContaining("up to date") });
  });

  test("a database that does not exist is made", async () => {
    const missing = await createPostgresDatabase();
    await missing.drop();
    expect(await prisma(["migrate", "deploy"], missing.url)).toMatchObject({ code: 0 });
    expect(await prisma(["migrate", "status"], missing.url)).toMatchObject({ code: 0 });
    await missing.drop();
  });

  test("reset empties the database and applies the migrations again", async () => {
    const used = await createPostgresDatabase();
    await prisma(["migrate", "deploy"], used.url);
    const pool = openPostgres({ url: used.url, poolSize: 1 });
    await pool.query("INSERT INTO instances (id, name, created_at) VALUES ('i', 'n', now())");
    expect(await prisma(["migrate", "reset", "--force"], used.url)).toMatchObject({ code: 0 });
    expect(await pool.query("SELECT 1 FROM instances")).toEqual([]);
    await pool.close();
    await used.drop();
  });

  test("what the program's own migrate() applied is up to date for Prisma", async () => {
    const own = await createPostgresDatabase();
    const pool = openPostgres({ url: own.url, poolSize: 1 });
    await migrate(pool);
    await pool.close();
    const status = await prisma(["migrate", "status"], own.url);
    expect(status).toMatchObject({ code: 0, output: expect.stringContaining("up to date") });
    await own.drop();
  });
});

test("a server that cannot be reached is reported, not passed over", async () => {
  const { code, output } = await prisma(["migrate", "deploy"], "postgresql://nobody@127.0.0.1:9/none");
  expect(code).toBe(1);
  expect(output).toMatch(/P1001|ECONNREFUSED|reach/);
});
