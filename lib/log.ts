import pino, { type DestinationStream, type Logger } from "pino";
import { env, type LogLevel } from "./env";

/** Bearer tokens and client secrets have a form by which they are found, wherever they stand. */
const TOKEN = /idaas_[a-z]{3}_[A-Za-z0-9]+/g;

const SECRET_KEYS = ["password", "token", "secret", "authorization", "databaseUrl", "client_secret"];

let known: Logger | undefined;

/**
 * The program's own log: JSON lines on standard error, so that standard output keeps to
 * what a command prints (the ready line, the one JSON object of `idaas --json`).
 */
export function logger(): Logger {
  // Written at once: the last lines before an end are the ones that explain it.
  known ??= createLogger(env().logLevel, pino.destination({ dest: 2, sync: true }));
  return known;
}

/** A log that takes secrets out, by their key (at the top or one level below) and by a token's form. */
export function createLogger(level: LogLevel, destination: DestinationStream): Logger {
  return pino(
    {
      level,
      redact: { paths: SECRET_KEYS.flatMap((key) => [key, `*.${key}`]), censor: "[removed]" },
      hooks: { streamWrite: (line) => (line.includes("idaas_") ? line.replace(TOKEN, "[removed]") : line) },
    },
    destination,
  );
}
