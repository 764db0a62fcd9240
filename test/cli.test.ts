import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { openEmbedded } from "@/lib/db/embedded";
import { createPostgresDatabase, type PostgresTestDatabase, postgresServer } from "./databases";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command as a person would: another process, told of its database by the environment. */
async function run(
  environment: Record<string, string>,
  args: readonly string[],
  input = "",
): Promise<Outcome> {
  const { DATABASE_URL: _, ENCRYPTION_KEY: __, ...inherited } = process.env;
  const child = spawn(process.execPath, ["--import", "tsx", "cli/main.ts", ...args], {
    cwd: ROOT,
    env: { ...inherited, ...environment },
  });
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, out, err };
}

const Result = z.record(z.string(), z.unknown());
const Failed = z.object({
  error: z.object({ problem: z.string(), message: z.string(), field: z.string().nullable() }),
});

let dataDir = "";
let postgres: PostgresTestDatabase | undefined;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "idaas-cli-"));
  if (postgresServer !== undefined) postgres = await createPostgresDatabase();
});

afterAll(async () => {
  await postgres?.drop();
  await rm(dataDir, { recursive: true });
});

/** PostgreSQL where there is one: it opens faster, and the command is the same. */
function environment(): Record<string, string> {
  return postgres ? { DATABASE_URL: postgres.url, DATA_DIR: dataDir } : { DATA_DIR: dataDir };
}

/** The one object that a command prints with --json. */
async function idaas(command: string, input?: string): Promise<z.output<typeof Result>> {
  const { code, out, err } = await run(environment(), [...command.split(" "), "--json"], input);
  expect({ code, err, lines: out.split("\n").length }).toEqual({ code: 0, err: "", lines: 2 });
  return Result.parse(JSON.parse(out));
}

/** What a command says on standard error with --json when it fails. */
async function failing(command: string): Promise<z.output<typeof Failed>["error"]> {
  const { code, out, err } = await run(environment(), [...command.split(" "), "--json"]);
  expect({ code, out }).toEqual({ code: 1, out: "" });
  return Failed.strict().parse(JSON.parse(err)).error;
}

const id = (prefix: string) => expect.stringMatching(new RegExp(`^${prefix}_[a-z2-7]{26}$`));

describe("the idaas command", () => {
  test("prints for each command what docs/operations.md says", { timeout: 300_000 }, async () => {
    expect(await idaas("migrate")).toEqual({ applied: expect.arrayContaining([expect.any(String)]) });
    expect(await idaas("migrate")).toEqual({ applied: [] });
    const { id: instance, rootOrganizationId } = await idaas("instance create --name Acme");
    expect([instance, rootOrganizationId]).toEqual([id("idaas"), id("ou")]);
    expect(await idaas("instance list")).toMatchObject({ instances: [{ id: instance, name: "Acme" }] });
    expect(await idaas(`instance set --instance ${instance} --unique-phone false`)).toEqual({
      uniqueEmail: true,
      uniquePhone: false,
      passwordPolicy: "recommended",
    });
    const admin = `admin create --email olga@acme.example --instance ${instance} --role owner`;
    expect(await idaas(`${admin} --password-stdin`, "Correct-horse-7\n")).toEqual({ id: id("admin") });
    const { id: sales } = await idaas(`organization create --instance ${instance} --name Sales`);
    expect(await idaas(`organization create --instance ${instance} --name North --parent ${sales}`)).toEqual({
      id: id("ou"),
    });
    const field = `field create --instance ${instance} --key dept --name Dept --type choice --option a --option b`;
    expect(await idaas(field)).toEqual({ id: id("field"), key: "dept" });

    const { id: app } = await idaas(`application create --instance ${instance} --name Okta --type custom`);
    const scope = { organizations: [sales], groups: [] };
    expect(await idaas(`scope set --application ${app} --organization ${sales}`)).toEqual(scope);
    expect(await idaas(`target set --application ${app} --organization ${sales}`)).toEqual({
      organization: sales,
    });
    const all = ["user:read", "user:manage", "group:read", "group:manage"];
    expect(await idaas(`permission set --application ${app} --enabled true --all-scenarios`)).toEqual({
      enabled: true,
      scenarios: all,
    });
    const settings = await idaas(`settings set --application ${app} --field dept --duplicate-create reject`);
    expect(settings).toMatchObject({ fields: ["dept"], attributeSet: "basic", duplicateCreate: "reject" });

    const { id: first, token, expiresAt } = await idaas(`token create --application ${app} --days 30`);
    expect([first, token, expiresAt]).toEqual([
      id("token"),
      expect.stringMatching(/^idaas_sat_/),
      expect.stringMatching(/Z$/),
    ]);
    await idaas(`token create --application ${app} --days 1096`);
    expect((await failing(`token create --application ${app} --days 1`)).message).toMatch(/at most two/);
    expect(await idaas(`token disable --application ${app} --token ${first}`)).toEqual({
      id: first,
      status: "disabled",
    });
    expect(await idaas(`token delete --application ${app} --token ${first}`)).toEqual({
      id: first,
      status: "deleted",
    });
    expect(await idaas(`token list --application ${app}`)).toMatchObject({ tokens: [{ status: "enabled" }] });
    const shown = await idaas(`application show --application ${app}`);
    expect(shown).toMatchObject({
      id: app,
      name: "Okta",
      type: "custom",
      status: "enabled",
      scope,
      target: sales,
      permission: { enabled: true, scenarios: all },
      settings,
      tokens: [{ lastUsed: null }],
    });
    expect(await idaas(`application disable --application ${app}`)).toEqual({ id: app, status: "disabled" });

    expect(await idaas(`account list --instance ${instance}`)).toEqual({ accounts: [], total: 0 });
    expect(await idaas(`log requests --instance ${instance}`)).toEqual({ entries: [] });
    expect(await idaas(`log audit --instance ${instance} --limit 1`)).toMatchObject({
      entries: [{ action: "application.disable", actor: { kind: "command_line" } }],
    });
    expect(await idaas(`application delete --application ${app}`)).toEqual({ id: app, status: "deleted" });
    expect(await idaas(`audit verify --instance ${instance}`)).toEqual({
      entries: expect.any(Number),
      intact: true,
    });
  });

  test.each([
    ["token create --application app_none --days 30", "not_found", "id"],
    ["organization create --instance idaas_none --name Sales", "not_found", "id"],
    ["instance create --name", "usage", null],
    ["instance create --name A --color red", "usage", null],
    ["instance", "usage", null],
    ["nonsense", "usage", null],
    ["instance set --instance idaas_none --unique-email maybe", "usage", null],
    ["token create --application app_none", "usage", null],
  ])("%s fails with an object that says %s", async (command, problem, field) => {
    expect(await failing(command)).toEqual({ problem, message: expect.stringMatching(/\w/), field });
  });

  test.each([["--help"], ["token --help"], ["token create --help"]])("idaas %s helps", async (command) => {
    const { code, out, err } = await run(environment(), command.split(" "));
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^Usage: idaas/);
  });

  test("without --json it prints short lines, and a failure as one sentence", async () => {
    const made = await run(environment(), ["instance", "create", "--name", "Lines"]);
    expect(made.out).toMatch(/^id: idaas_\w+\nrootOrganizationId: ou_\w+\n$/);
    const refused = await run(environment(), ["instance", "create", "--name", " Lines"]);
    expect(refused).toEqual({
      code: 1,
      out: "",
      err: "error: The name must not begin or end with a space.\n",
    });
  });

  test.runIf(postgresServer !== undefined)("an encrypted field waits for ENCRYPTION_KEY", async () => {
    const { id: instance } = await idaas("instance create --name Sealed");
    const field = `field create --instance ${instance} --key pin --name Pin --type text --encrypted`;
    expect(await failing(field)).toEqual({
      problem: "refused",
      message: expect.stringContaining("ENCRYPTION_KEY"),
      field: "encrypted",
    });
  });

  test("a bad environment variable is named", async () => {
    const { code, err } = await run({ DATABASE_URL: "mysql://nowhere" }, ["instance", "list", "--json"]);
    expect(code).toBe(1);
    expect(Failed.parse(JSON.parse(err)).error).toMatchObject({
      problem: "environment",
      message: expect.stringContaining("DATABASE_URL"),
    });
  });

  test("a database that is away is said to be", async () => {
    const { code, err } = await run({ DATABASE_URL: "postgresql://127.0.0.1:1/none" }, [
      "instance",
      "list",
      "--json",
    ]);
    expect(code).toBe(1);
    expect(Failed.parse(JSON.parse(err)).error.problem).toBe("database_away");
  });

  test("an embedded database that another process holds is left alone, and its holder named", async () => {
    const held = await mkdtemp(join(tmpdir(), "idaas-held-"));
    const database = await openEmbedded(held);
    try {
      const { code, err } = await run({ DATA_DIR: held }, ["instance", "list", "--json"]);
      expect(code).toBe(1);
      expect(Failed.parse(JSON.parse(err)).error).toMatchObject({
        problem: "data_directory_in_use",
        message: expect.stringContaining(String(process.pid)),
      });
    } finally {
      await database.close();
    }
    const { out } = await run({ DATA_DIR: held }, ["instance", "list", "--json"]);
    expect(JSON.parse(out)).toEqual({ instances: [] });
    await rm(held, { recursive: true });
  });
});
