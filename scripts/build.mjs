#!/usr/bin/env node
// Everything that `npm start` and `idaas` need: the Prisma client, Next's build, and the bundles in dist/.
// Needs no network. Each step shows what it does.
import { spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const bin = (name) => fileURLToPath(new URL(`../node_modules/.bin/${name}`, import.meta.url));

const BUNDLES = { server: "server/main.ts", idaas: "cli/main.ts", demo: "scripts/demo/main.ts" };

function run(title, command, args, environment = {}) {
  console.log(`\n▸ ${title}`);
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...environment },
  });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

async function bundle() {
  const present = Object.entries(BUNDLES).filter(([, entry]) => existsSync(`${root}/${entry}`));
  console.log(`\n▸ Bundles: ${present.map(([name]) => `dist/${name}.js`).join(", ")}`);
  rmSync(`${root}/dist`, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(present),
    outdir: "dist",
    bundle: true,
    splitting: true,
    chunkNames: "chunk-[hash]",
    platform: "node",
    target: "node20",
    format: "esm",
    packages: "external",
    sourcemap: true,
    logLevel: "warning",
    plugins: [rootAlias],
  });
}

// esbuild reads `paths` of tsconfig.json, but `packages: external` would take @/x for a package first.
const rootAlias = {
  name: "root-alias",
  setup(builder) {
    builder.onResolve({ filter: /^@\// }, ({ path, ...rest }) =>
      builder.resolve(`./${path.slice(2)}`, { resolveDir: root, kind: rest.kind, importer: rest.importer }),
    );
  },
};

const steps = new Set(process.argv.slice(2));
const wanted = (step) => steps.size === 0 || steps.has(step);

if (wanted("generate")) run("Prisma client", process.execPath, ["scripts/prisma.mjs", "generate"]);
if (wanted("next")) run("Console (next build)", bin("next"), ["build"], { NODE_ENV: "production" });
if (wanted("bundle")) await bundle();
