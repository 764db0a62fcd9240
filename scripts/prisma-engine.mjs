#!/usr/bin/env node
// Prisma's schema engine from its npm package: `prisma` wants a binary that it downloads from a host of its
// own, and takes this program in its place through PRISMA_SCHEMA_ENGINE_BINARY (scripts/prisma.mjs sets it).
//
// Protocol: JSON-RPC 2.0, one message a line, requests on standard input, responses on standard output. With
// `cli can-connect-to-database` or `cli create-database` it does that one thing and exits.
import { randomUUID } from "node:crypto";
import { writeSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { PGlite } from "@electric-sql/pglite";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { PrismaPGlite } from "pglite-prisma-adapter";

const METHODS = [
  "applyMigrations",
  "createMigration",
  "dbExecute",
  "devDiagnostic",
  "diagnoseMigrationHistory",
  "diff",
  "ensureConnectionValidity",
  "evaluateDataLoss",
  "introspect",
  "introspectSql",
  "markMigrationApplied",
  "markMigrationRolledBack",
  "reset",
  "schemaPush",
];

const CHAR = 18;

// Types of the catalogue that the adapters refuse, by types of the same text that they take:
// "char" as text, "char"[] and name[] as text[].
const READ_AS = new Map([
  [CHAR, 25],
  [1002, 1009],
  [1003, 1009],
]);

/** Lets an adapter, or a transaction of it, read the catalogue as the engine expects it. */
function readsCatalogue(queryable) {
  const performIO = queryable.performIO.bind(queryable);
  const queryRaw = queryable.queryRaw.bind(queryable);
  const characters = new WeakMap();
  queryable.performIO = async (query) => {
    const result = await performIO(query);
    const fields = result.fields ?? [];
    characters.set(query, new Set([...fields.keys()].filter((index) => fields[index].dataTypeID === CHAR)));
    for (const field of fields) field.dataTypeID = READ_AS.get(field.dataTypeID) ?? field.dataTypeID;
    return result;
  };
  queryable.queryRaw = async (query) => {
    const result = await queryRaw(query);
    for (const index of characters.get(query)) result.columnTypes[index] = ColumnTypeEnum.Character;
    return result;
  };
  return queryable;
}

function engineAdapter(adapter) {
  const startTransaction = adapter.startTransaction.bind(adapter);
  adapter.startTransaction = async (level) => readsCatalogue(await startTransaction(level));
  return readsCatalogue(adapter);
}

/** The connection's parts rather than its URL: a database named beside a URL loses against the URL's own. */
function clientConfig(connectionString, database) {
  const { host, port, user, password, database: named, ssl } = new pg.Client({ connectionString });
  return { host, port, user, password, ssl, database: database ?? named, max: 2 };
}

async function postgresAdapter(url, database) {
  const adapter = engineAdapter(await new PrismaPg(clientConfig(url, database)).connect());
  // adapter-pg cuts a script at every semicolon, those inside function bodies too: send it in one piece.
  adapter.executeScript = async (script) => {
    await adapter.executeRaw({ sql: script, args: [], argTypes: [] });
  };
  return adapter;
}

/** adapter-pg's own drops the shadow database while its pool is still connected to it. */
async function shadowAdapter(url) {
  const database = `prisma_migrate_shadow_db_${randomUUID()}`;
  const name = pg.escapeIdentifier(database);
  await runOnce(clientConfig(url), (client) => client.query(`CREATE DATABASE ${name}`));
  const adapter = await postgresAdapter(url, database);
  const close = adapter.dispose.bind(adapter);
  adapter.dispose = async () => {
    await close();
    await runOnce(clientConfig(url), (client) => client.query(`DROP DATABASE ${name}`));
  };
  return adapter;
}

function postgresFactory(url) {
  return {
    provider: "postgres",
    adapterName: "@prisma/adapter-pg",
    connect: () => postgresAdapter(url),
    connectToShadowDb: () => shadowAdapter(url),
  };
}

/** For commands without a datasource, such as `migrate diff`: the engine wants a database even so. */
function embeddedFactory() {
  const connect = async () => {
    const database = await PGlite.create();
    const adapter = engineAdapter(await new PrismaPGlite(database).connect());
    adapter.executeScript = async (script) => {
      await database.exec(script);
    };
    adapter.dispose = () => database.close();
    return adapter;
  };
  return { provider: "postgres", adapterName: "pglite", connect, connectToShadowDb: connect };
}

async function loadBindings() {
  // Where the engine leaves the reason before it panics; the request would never be answered after that.
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => exitAfter(new Error(message)) };
  const packageEntry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const wasm = await readFile(packageEntry.replace(/\.js$/, ".wasm"));
  const { instance } = await WebAssembly.instantiate(wasm, { "./schema_engine_bg.js": bindings });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
}

function datasourceUrl(options) {
  return options.datasource === undefined ? undefined : JSON.parse(options.datasource).url;
}

async function readDatamodel(path) {
  return [path, await readFile(path, "utf8")];
}

async function startEngine(options) {
  await loadBindings();
  // Undefined rather than empty: the engine panics on an empty list.
  const datamodels = options.datamodels && (await Promise.all(options.datamodels.map(readDatamodel)));
  const url = datasourceUrl(options);
  const factory = url === undefined ? embeddedFactory() : postgresFactory(url);
  return bindings.SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(factory));
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
}

function errorResponse(error) {
  const message = error instanceof Error ? error.message : String(error);
  const isPanic = error instanceof WebAssembly.RuntimeError;
  const code = typeof error?.code === "string" ? { error_code: error.code } : {};
  return { code: 4466, message, data: { is_panic: isPanic, message, ...code } };
}

async function answer(engine, { id, method, params }) {
  if (method === "getDatabaseVersion") return engine.version(params ?? null);
  if (!METHODS.includes(method)) throw new Error(`The schema engine has no method ${method}.`);
  const result = await engine[method](params ?? {});
  if (method !== "diff" || result.stdout === null) return result ?? {};
  // The command line prints what it is told to print, not what the result holds.
  send({ id: -id, method: "print", params: { content: result.stdout } });
  return { ...result, stdout: null };
}

async function serve(options) {
  let engine;
  for await (const line of createInterface({ input: process.stdin })) {
    const request = JSON.parse(line);
    if (request.method === undefined) continue;
    try {
      // Started by the first request, so that a failure to connect is an answer that the command line shows.
      engine ??= await startEngine(options);
      send({ id: request.id, result: await answer(engine, request) });
    } catch (error) {
      send({ id: request.id, error: errorResponse(error) });
    }
  }
}

// https://www.prisma.io/docs/orm/reference/error-reference
function prismaErrorCode(error) {
  if (error.code === "3D000") return "P1003";
  if (error.code === "28P01" || error.code === "28000") return "P1000";
  if (error.code === "42P04") return "P1009";
  return "P1001";
}

async function runOnce(config, work) {
  const client = new pg.Client(config);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

async function command(name, url) {
  switch (name) {
    case "can-connect-to-database":
      return runOnce(clientConfig(url), async () => {});
    case "create-database":
      return runOnce(clientConfig(url, "postgres"), (client) =>
        client.query(`CREATE DATABASE ${pg.escapeIdentifier(clientConfig(url).database)}`),
      );
    default:
      throw new Error(`The schema engine has no command ${name}.`);
  }
}

function exitAfter(error) {
  const fields = {
    message: error.message || error.code || String(error),
    error_code: prismaErrorCode(error),
  };
  const report = JSON.stringify({ level: "ERROR", target: "schema_engine::logger", fields });
  // The command line skips the first line of standard error.
  writeSync(process.stderr.fd, `schema engine\n${report}\n`);
  process.exit(1);
}

const { values, positionals } = parseArgs({
  args: process.argv.slice(2),
  allowPositionals: true,
  options: {
    datamodels: { type: "string", multiple: true },
    datasource: { type: "string" },
    "enabled-preview-features": { type: "string" },
    "extension-types": { type: "string" },
  },
});

try {
  if (positionals[0] === "cli") await command(positionals[1], datasourceUrl(values));
  else if (positionals[0] === undefined) await serve(values);
  else throw new Error(`The schema engine has no argument ${positionals[0]}.`);
  // The engine's connections would keep the process alive; standard output may still be a pipe to be written.
  process.stdout.write("", () => process.exit());
} catch (error) {
  exitAfter(error);
}
