import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { describe, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

const read = (path: string) => readFileSync(join(ROOT, path), "utf8");
const filesIn = (folder: string, options: { recursive: boolean }) =>
  readdirSync(join(ROOT, folder), { ...options, encoding: "utf8" }).map((name) => join(folder, name));

const DOCUMENTS = [...filesIn(".", { recursive: false }), ...filesIn("docs", { recursive: true })].filter(
  (path) => path.endsWith(".md"),
);

/** Made by the program or by npm: not there in a fresh copy. */
const MADE = /^(\.\/)?(data|dist|\.next|node_modules|lib\/db\/generated)(\/|$)/;
const ROOMS = /^(app|bench|cli|components|docs|e2e|lib|prisma|scripts|server|test)\//;
const FILE = /^[\w.-]+\.(ts|tsx|mjs|json|md|sql|prisma|yml|css)$/;
/** `*`, `**` and `NNN` stand for something. */
const PLACEHOLDER = /\/[^/]*(\*|NNN)/;

const withoutFences = (markdown: string) => markdown.replace(/^ *```[\s\S]*?^ *```/gm, "");

function linkTargets(markdown: string): string[] {
  const targets = [...markdown.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);
  return targets.filter((target) => !/^[a-z]+:/.test(target));
}

/** Paths from the repository's root that stand in backticks, as far as they name one place. */
function namedPaths(markdown: string): string[] {
  const quoted = [...withoutFences(markdown).matchAll(/`([^`\n]+)`/g)].map(([, text = ""]) => text);
  const paths = quoted.filter((text) => ROOMS.test(text) && !text.includes(" ") && !MADE.test(text));
  return paths.map((path) => path.split(PLACEHOLDER)[0] ?? path);
}

/** File names without a folder: somewhere in the repository. */
function namedFiles(markdown: string): string[] {
  const quoted = [...withoutFences(markdown).matchAll(/`([^`\n]+)`/g)].map(([, text = ""]) => text);
  return quoted.filter((text) => FILE.test(text));
}

/** As GitHub makes them of headings. */
function anchors(markdown: string): string[] {
  const headings = [...withoutFences(markdown).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => heading);
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

function isBroken(target: string, document: string): boolean {
  const [path = "", anchor] = target.replaceAll("\\", "").split("#");
  const place = path === "" ? document : relative(ROOT, join(ROOT, dirname(document), path));
  if (!existsSync(join(ROOT, place))) return true;
  return anchor !== undefined && !anchors(read(place)).includes(anchor);
}

describe.each(DOCUMENTS)("%s", (document) => {
  const markdown = read(document);

  test("links to what exists", () => {
    expect(linkTargets(markdown).filter((target) => isBroken(target, document))).toEqual([]);
  });

  test("names paths and files that exist", () => {
    const missing = namedPaths(markdown).filter((path) => !existsSync(join(ROOT, path)));
    const unknown = namedFiles(markdown).filter((name) => !FILE_NAMES.has(name));
    expect([...missing, ...unknown]).toEqual([]);
  });

  test("names scripts that package.json has", () => {
    const known: { scripts: Record<string, string> } = JSON.parse(read("package.json"));
    const named = [...markdown.matchAll(/npm run (?:--silent )?([a-z]+)/g)].map(([, name = ""]) => name);
    expect(named.filter((name) => !(name in known.scripts))).toEqual([]);
  });
});

const FILE_NAMES: ReadonlySet<string> = new Set(
  [".", "app", "cli", "docs", "e2e", "lib", "prisma", "scripts", "server", "test"]
    .flatMap((folder) => filesIn(folder, { recursive: folder !== "." }))
    .map((path) => path.split("/").at(-1) ?? path),
);

test.each([
  ["[a](nowhere.md)", true],
  ["[a](#state-of-nothing)", true],
  ["[a](docs/scim.md#errors)", false],
  ["[a](https://example.com)", false],
])("in README.md the link %s is broken: %s", (markdown, broken) => {
  expect(linkTargets(markdown).some((target) => isBroken(target, "README.md"))).toBe(broken);
});

test("a path is found in prose, and not in a block of code, a placeholder or what the build makes", () => {
  const markdown =
    "`lib/a.ts` `prisma/migrations/*/x.sql` `dist/server.js` `user:read`\n```\n`lib/b.ts`\n```\n";
  expect(namedPaths(markdown)).toEqual(["lib/a.ts", "prisma/migrations"]);
});

test("the index of decisions has every decision", () => {
  const decisions = readdirSync(join(ROOT, "docs/decisions")).filter((name) => /^\d{3}-.*\.md$/.test(name));
  expect(linkTargets(read("docs/decisions/README.md")).sort()).toEqual(decisions.sort());
});

describe("docs/operations.md", () => {
  const rows = read("docs/operations.md")
    .split("\n")
    .filter((line) => line.startsWith("| `"));

  test("has every variable that lib/env.ts reads, and no other", () => {
    const [, schema = ""] = /Variables = z\.object\(\{([\s\S]*?)\n\}\);/.exec(read("lib/env.ts")) ?? [];
    const variables = [...schema.matchAll(/^ {2}([A-Z_]+):/gm)].map(([, name]) => name);
    expect(variables).toContain("DATABASE_URL");
    const described = rows.flatMap((row) => /^\| `([A-Z][A-Z_]+)` \|/.exec(row)?.[1] ?? []);
    expect(described.sort()).toEqual(variables.sort());
  });

  test("has every command of idaas with every option, and no other command", async () => {
    const commands = (await idaas()).commands.flatMap(verbs);
    expect(commands.length).toBeGreaterThan(20);
    for (const { name, options } of commands) {
      const row = rows.find((line) => line.startsWith(`| \`${name}\` |`)) ?? "";
      expect([name, options.filter((option) => !row.includes(option))]).toEqual([name, []]);
      expect(row, `the row of ${name}`).not.toBe("");
    }
    const described = rows.flatMap((row) => /^\| `([a-z]+(?: [a-z]+)?)` \|/.exec(row)?.[1] ?? []);
    expect(described.sort()).toEqual(commands.map(({ name }) => name).sort());
  });
});

/** The command as cli/main.ts puts it together; that file itself runs when it is imported. */
async function idaas(): Promise<Command> {
  const program = new Command("idaas");
  for (const file of filesIn("cli/commands", { recursive: false })) {
    const module: unknown = await import(join(ROOT, file));
    if (typeof module !== "object" || module === null) continue;
    for (const add of Object.values(module)) {
      if (typeof add === "function") Reflect.apply(add, undefined, [program, () => {}]);
    }
  }
  return program;
}

function verbs(noun: Command): { name: string; options: string[] }[] {
  if (noun.commands.length === 0) return [{ name: noun.name(), options: optionsOf(noun) }];
  return noun.commands.map((verb) => ({ name: `${noun.name()} ${verb.name()}`, options: optionsOf(verb) }));
}

function optionsOf(command: Command): string[] {
  return command.options.map(({ long }) => long ?? "").filter((long) => long !== "--json");
}
