import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { z } from "zod";
import { keptSecret } from "./kept-secret";

/** A setting is wrong or missing: one sentence for each, each naming the variable. Main programs print it and exit 1. */
export class EnvironmentProblem extends Error {
  override readonly name = "EnvironmentProblem";
}

/** The settings of docs/operations.md, "Configuration", checked and with their defaults. */
export interface Environment {
  /** Undefined: the embedded database in `dataDir`. */
  readonly databaseUrl: string | undefined;
  /** Connections that one process may hold (PostgreSQL only). */
  readonly databasePoolSize: number;
  /** Absolute. */
  readonly dataDir: string;
  readonly port: number;
  readonly host: string;
  /** Origin without a slash at its end. Undefined: taken from the request. */
  readonly publicUrl: string | undefined;
  /** How many proxies in front are believed; 0: none. */
  readonly trustProxy: number;
  readonly authSecret: string | undefined;
  readonly encryptionKey: Buffer | undefined;
  readonly webConcurrency: number;
  /** Requests a second for each application; 0: no limit. */
  readonly scimRateLimit: number;
  readonly logLevel: LogLevel;
  readonly logRetentionDays: number;
  /** Port of its own for GET /api/metrics. */
  readonly metricsPort: number | undefined;
  /** Bearer token with which GET /api/metrics answers on the main port. */
  readonly metricsToken: string | undefined;
  /** Hours after which an administrator signs in again. */
  readonly sessionHours: number;
  /** The company's own sign-in to the console. */
  readonly oidc: OidcSettings | undefined;
}

/** An OpenID provider of which the verified emails are believed. */
export interface OidcSettings {
  /** Without a slash at its end. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the sign-in page calls it. */
  readonly name: string;
}

export type LogLevel = (typeof LOG_LEVELS)[number];

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

const KEY_BYTES = 32;

function shown(value: unknown): string {
  return JSON.stringify(value);
}

function wholeNumber(least: number, most: number) {
  const isOne = (text: string) => /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most;
  return z
    .string()
    .refine(isOne, {
      error: (issue) => `must be a whole number from ${least} to ${most}, not ${shown(issue.input)}`,
    })
    .transform(Number);
}

function hasProtocol(url: string, protocols: readonly string[]): boolean {
  return URL.canParse(url) && protocols.includes(new URL(url).protocol);
}

// Secrets are never repeated in a message: it ends in a log.
const Variables = z.object({
  DATABASE_URL: z
    .string()
    .refine((url) => hasProtocol(url, ["postgresql:", "postgres:"]), {
      error: "must be a URL of the form postgresql://user:password@host:5432/database",
    })
    .optional(),
  DATABASE_POOL_SIZE: wholeNumber(1, 1000).default(10),
  DATA_DIR: z.string().default("./data"),
  PORT: wholeNumber(0, 65_535).default(3000),
  HOST: z.string().default("127.0.0.1"),
  PUBLIC_URL: z
    .string()
    .refine((url) => hasProtocol(url, ["http:", "https:"]) && new URL(url).pathname === "/", {
      error: (issue) => `must be an origin such as https://id.example.com, not ${shown(issue.input)}`,
    })
    .transform((url) => new URL(url).origin)
    .optional(),
  TRUST_PROXY: z
    .string()
    .toLowerCase()
    .regex(/^(true|false|off|on|\d{1,2})$/, {
      error: (issue) => `must be a number of proxies, or off, not ${shown(issue.input)}`,
    })
    .transform(proxyHops)
    .default(0),
  AUTH_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
  ENCRYPTION_KEY: z
    .string()
    .transform(decodedKey)
    .refine((key) => key !== undefined, { error: `must be ${KEY_BYTES} bytes in base64` })
    .optional(),
  WEB_CONCURRENCY: wholeNumber(1, 1024).optional(),
  SCIM_RATE_LIMIT: wholeNumber(0, 1_000_000).default(500),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, {
      error: (issue) => `must be one of ${LOG_LEVELS.join(", ")}, not ${shown(issue.input)}`,
    })
    .default("info"),
  LOG_RETENTION_DAYS: wholeNumber(1, 36_500).default(30),
  METRICS_PORT: wholeNumber(0, 65_535).optional(),
  METRICS_TOKEN: z.string().min(16, "must have at least 16 characters").optional(),
  SESSION_HOURS: wholeNumber(1, 720).default(12),
  OIDC_ISSUER: z
    .string()
    .refine((url) => hasProtocol(url, ["http:", "https:"]), {
      error: (issue) => `must be a URL such as https://login.example.com, not ${shown(issue.input)}`,
    })
    .transform((url) => url.replace(/\/+$/, ""))
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(64, "may have at most 64 characters").default("your company"),
});

function proxyHops(value: string): number {
  if (value === "true" || value === "on") return 1;
  if (value === "false" || value === "off") return 0;
  return Number(value);
}

function decodedKey(text: string): Buffer | undefined {
  const key = Buffer.from(text, "base64");
  // Buffer.from skips what is not base64, so that only a round trip shows that nothing was skipped.
  return key.length === KEY_BYTES && key.toString("base64") === text ? key : undefined;
}

/** Checks a set of variables; an empty one counts as not set. Throws EnvironmentProblem. */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  const given = Object.entries(variables).filter(([, value]) => value !== undefined && value.trim() !== "");
  const checked = Variables.safeParse(Object.fromEntries(given));
  if (!checked.success) {
    const sentences = checked.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`);
    throw new EnvironmentProblem(sentences.join("\n"));
  }
  const values = checked.data;
  const embedded = values.DATABASE_URL === undefined;
  if (embedded && (values.WEB_CONCURRENCY ?? 1) > 1) {
    throw new EnvironmentProblem(
      "WEB_CONCURRENCY must be 1 with the embedded database: set DATABASE_URL first.",
    );
  }
  return {
    databaseUrl: values.DATABASE_URL,
    databasePoolSize: values.DATABASE_POOL_SIZE,
    dataDir: resolve(values.DATA_DIR),
    port: values.PORT,
    host: values.HOST,
    publicUrl: values.PUBLIC_URL,
    trustProxy: values.TRUST_PROXY,
    authSecret: values.AUTH_SECRET,
    encryptionKey: values.ENCRYPTION_KEY,
    webConcurrency: values.WEB_CONCURRENCY ?? (embedded ? 1 : availableParallelism()),
    scimRateLimit: values.SCIM_RATE_LIMIT,
    logLevel: values.LOG_LEVEL,
    logRetentionDays: values.LOG_RETENTION_DAYS,
    metricsPort: values.METRICS_PORT,
    metricsToken: values.METRICS_TOKEN,
    sessionHours: values.SESSION_HOURS,
    oidc: oidcSettings(values),
  };
}

function oidcSettings(values: z.output<typeof Variables>): OidcSettings | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = values;
  if (issuer !== undefined && clientId !== undefined && clientSecret !== undefined) {
    return { issuer, clientId, clientSecret, name: values.OIDC_NAME };
  }
  if (issuer === undefined && clientId === undefined && clientSecret === undefined) return undefined;
  throw new EnvironmentProblem(
    "OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET go together: set all three, or none.",
  );
}

let known: Environment | undefined;

/** The environment of this process, read once. Throws EnvironmentProblem. */
export function env(): Environment {
  known ??= readEnvironment(process.env);
  return known;
}

/** The key of session signatures. With DATABASE_URL it must be set; else it is made and kept in DATA_DIR. */
export function authSecret(environment: Environment = env()): string {
  if (environment.authSecret !== undefined) return environment.authSecret;
  if (environment.databaseUrl !== undefined) throw missing("AUTH_SECRET");
  return kept(environment, "auth-secret").toString("base64");
}

/** The 32 bytes that encrypted fields are sealed with. With DATABASE_URL they must be set; else as authSecret. */
export function encryptionKey(environment: Environment = env()): Buffer {
  if (environment.encryptionKey !== undefined) return environment.encryptionKey;
  if (environment.databaseUrl !== undefined) throw missing("ENCRYPTION_KEY");
  return kept(environment, "encryption-key");
}

function missing(name: string): EnvironmentProblem {
  return new EnvironmentProblem(
    `${name} must be set when DATABASE_URL is: every node needs the same one (openssl rand -base64 32 makes one).`,
  );
}

function kept(environment: Environment, file: string): Buffer {
  const path = join(environment.dataDir, file);
  const secret = decodedKey(keptSecret(path, KEY_BYTES));
  if (secret === undefined)
    throw new EnvironmentProblem(`The file ${path} must hold ${KEY_BYTES} bytes in base64.`);
  return secret;
}
