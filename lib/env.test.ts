import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { authSecret, EnvironmentProblem, encryptionKey, readEnvironment } from "./env";

const KEY = Buffer.alloc(32, 7).toString("base64");
const URL_SET = { DATABASE_URL: "postgresql://u:p@h:5432/d" };

test("nothing set: the embedded database in ./data, on port 3000 of this machine alone", () => {
  expect(readEnvironment({})).toEqual({
    databaseUrl: undefined,
    databasePoolSize: 10,
    dataDir: resolve("data"),
    port: 3000,
    host: "127.0.0.1",
    publicUrl: undefined,
    trustProxy: 0,
    authSecret: undefined,
    encryptionKey: undefined,
    webConcurrency: 1,
    scimRateLimit: 500,
    logLevel: "info",
    logRetentionDays: 30,
    sessionHours: 12,
  });
});

test("an empty variable is one that is not set", () => {
  expect(readEnvironment({ PORT: "", DATABASE_URL: " ", AUTH_SECRET: "" })).toEqual(readEnvironment({}));
});

test.each<[Record<string, string>, object]>([
  [
    { PORT: "0", HOST: "0.0.0.0" },
    { port: 0, host: "0.0.0.0" },
  ],
  [{ PUBLIC_URL: "https://id.example.com/" }, { publicUrl: "https://id.example.com" }],
  [{ TRUST_PROXY: "2" }, { trustProxy: 2 }],
  [{ TRUST_PROXY: "true" }, { trustProxy: 1 }],
  [{ TRUST_PROXY: "off" }, { trustProxy: 0 }],
  [{ TRUST_PROXY: "false" }, { trustProxy: 0 }],
  [{ TRUST_PROXY: "0" }, { trustProxy: 0 }],
  [{ ENCRYPTION_KEY: KEY }, { encryptionKey: Buffer.alloc(32, 7) }],
  [{ SCIM_RATE_LIMIT: "0" }, { scimRateLimit: 0 }],
  [{ SESSION_HOURS: "1" }, { sessionHours: 1 }],
  [
    { OIDC_ISSUER: "https://login.example.com/", OIDC_CLIENT_ID: "console", OIDC_CLIENT_SECRET: "geheim" },
    {
      oidc: {
        issuer: "https://login.example.com",
        clientId: "console",
        clientSecret: "geheim",
        name: "your company",
      },
    },
  ],
  [
    { LOG_LEVEL: "debug", LOG_RETENTION_DAYS: "7" },
    { logLevel: "debug", logRetentionDays: 7 },
  ],
  [
    { ...URL_SET, WEB_CONCURRENCY: "4" },
    { databaseUrl: URL_SET.DATABASE_URL, webConcurrency: 4 },
  ],
])("%j is understood", (variables, wanted) => {
  expect(readEnvironment(variables)).toMatchObject(wanted);
});

test.each<[Record<string, string>, string]>([
  [{ PORT: "http" }, 'PORT must be a whole number from 0 to 65535, not "http".'],
  [{ PORT: "65536" }, 'PORT must be a whole number from 0 to 65535, not "65536".'],
  [{ PORT: "-1" }, 'PORT must be a whole number from 0 to 65535, not "-1".'],
  [{ PORT: "3000.5" }, 'PORT must be a whole number from 0 to 65535, not "3000.5".'],
  [
    { DATABASE_URL: "mysql://u:geheim@h/d" },
    "DATABASE_URL must be a URL of the form postgresql://user:password@host:5432/database.",
  ],
  [
    { PUBLIC_URL: "https://id.example.com/idaas" },
    'PUBLIC_URL must be an origin such as https://id.example.com, not "https://id.example.com/idaas".',
  ],
  [
    { PUBLIC_URL: "id.example.com" },
    'PUBLIC_URL must be an origin such as https://id.example.com, not "id.example.com".',
  ],
  [{ SESSION_HOURS: "0" }, 'SESSION_HOURS must be a whole number from 1 to 720, not "0".'],
  [
    { OIDC_ISSUER: "https://login.example.com", OIDC_CLIENT_SECRET: "geheim" },
    "OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET go together: set all three, or none.",
  ],
  [
    { OIDC_ISSUER: "login.example.com" },
    'OIDC_ISSUER must be a URL such as https://login.example.com, not "login.example.com".',
  ],
  [{ TRUST_PROXY: "yes" }, 'TRUST_PROXY must be a number of proxies, or off, not "yes".'],
  [{ AUTH_SECRET: "geheim" }, "AUTH_SECRET must have at least 32 characters."],
  [{ ENCRYPTION_KEY: "geheim" }, "ENCRYPTION_KEY must be 32 bytes in base64."],
  [{ ENCRYPTION_KEY: `${KEY.slice(0, 20)}*${KEY.slice(20)}` }, "ENCRYPTION_KEY must be 32 bytes in base64."],
  [{ WEB_CONCURRENCY: "2" }, "WEB_CONCURRENCY must be 1 with the embedded database: set DATABASE_URL first."],
  [
    { LOG_LEVEL: "loud" },
    'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent, not "loud".',
  ],
  [{ LOG_RETENTION_DAYS: "0" }, 'LOG_RETENTION_DAYS must be a whole number from 1 to 36500, not "0".'],
  [
    { PORT: "x", AUTH_SECRET: "geheim" },
    'PORT must be a whole number from 0 to 65535, not "x".\nAUTH_SECRET must have at least 32 characters.',
  ],
])("%j is refused in plain words", (variables, sentence) => {
  expect(() => readEnvironment(variables)).toThrow(new EnvironmentProblem(sentence));
});

describe("secrets", () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "idaas-env-"));
  });
  afterEach(() => rm(directory, { recursive: true }));

  const embedded = () => readEnvironment({ DATA_DIR: join(directory, "new") });

  test("with the embedded database they are made once, and only their owner reads them", async () => {
    const key = encryptionKey(embedded());
    expect(key).toHaveLength(32);
    expect(encryptionKey(embedded())).toEqual(key);
    const secret = authSecret(embedded());
    expect(secret.length).toBeGreaterThanOrEqual(32);
    expect(authSecret(embedded())).toBe(secret);
    expect(secret).not.toBe(key.toString("base64"));
    for (const file of ["encryption-key", "auth-secret"]) {
      expect((await stat(join(directory, "new", file))).mode & 0o777).toBe(0o600);
    }
  });

  test("those that are set are taken", () => {
    const set = readEnvironment({ ...URL_SET, AUTH_SECRET: "s".repeat(32), ENCRYPTION_KEY: KEY });
    expect(authSecret(set)).toBe("s".repeat(32));
    expect(encryptionKey(set).toString("base64")).toBe(KEY);
  });

  test("with DATABASE_URL they must be set, since every node needs the same", () => {
    const nodes = readEnvironment(URL_SET);
    expect(() => authSecret(nodes)).toThrow(/^AUTH_SECRET must be set/);
    expect(() => encryptionKey(nodes)).toThrow(/^ENCRYPTION_KEY must be set/);
  });

  test("a kept key that was spoilt is named, not used", async () => {
    await writeFile(join(directory, "encryption-key"), "spoilt");
    expect(() => encryptionKey(readEnvironment({ DATA_DIR: directory }))).toThrow(
      join(directory, "encryption-key"),
    );
  });
});
