/** The unique index, or primary key, that a row would have broken, by its name in prisma/migrations. */
export interface UniqueViolation {
  readonly constraint: string;
}

/** The foreign key that a change would have broken, by its name in prisma/migrations. */
export interface ForeignKeyViolation {
  readonly constraint: string;
}

/**
 * One shape for five: pg, PGlite, and Prisma over both, where adapter-pg names the index and PGlite's adapter
 * only the columns, in quotes. Prisma's model calls and its raw queries wrap them differently.
 */
export function uniqueViolation(error: unknown): UniqueViolation | undefined {
  return violation(error, ["23505"]);
}

/** PostgreSQL 18 reports ON DELETE RESTRICT as 23001, those before as 23503. */
export function foreignKeyViolation(error: unknown): ForeignKeyViolation | undefined {
  return violation(error, ["23503", "23001"]);
}

/** True when the database ended the statement because two transactions waited for each other. */
export function isDeadlock(error: unknown): boolean {
  return layers(error).some((layer) => (text(layer, "originalCode") ?? text(layer, "code")) === "40P01");
}

function violation(error: unknown, codes: readonly string[]): { constraint: string } | undefined {
  for (const layer of layers(error)) {
    const code = text(layer, "originalCode") ?? text(layer, "code");
    if (code === undefined || !codes.includes(code)) continue;
    return { constraint: text(layer, "constraint") ?? indexName(layer) };
  }
  return undefined;
}

function indexName(layer: object): string {
  const constraint: unknown = Reflect.get(layer, "constraint");
  const index = isObject(constraint) ? text(constraint, "index") : undefined;
  // `… violates unique constraint "accounts_pkey"`, `… foreign key constraint "x" on table "y"`
  return index ?? text(layer, "originalMessage")?.match(/constraint "([^"]+)"/)?.[1] ?? "";
}

const AWAY_CODES: ReadonlySet<string> = new Set([
  // Sockets and name resolution
  "ECONNREFUSED",
  "ECONNRESET",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EPIPE",
  "ETIMEDOUT",
  // https://www.postgresql.org/docs/current/errcodes-appendix.html: connection exceptions, too many
  // connections, shut down by an administrator, crashed, not accepting yet, idle session ended
  "08000",
  "08001",
  "08003",
  "08004",
  "08006",
  "53300",
  "57P01",
  "57P02",
  "57P03",
  "57P05",
  "25P03",
  // https://www.prisma.io/docs/orm/reference/error-reference: unreachable, timed out, closed, pool exhausted
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "P2024",
]);

const AWAY_KINDS: ReadonlySet<string> = new Set([
  "DatabaseNotReachable",
  "ConnectionClosed",
  "SocketTimeout",
  "TooManyConnections",
]);

// What pg, its pool, PGlite and Prisma say without a code, or with one (55000) that says too little.
const AWAY_MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|Client was closed|Cannot use a pool after calling end|PGlite is clos|database "[^"]*" is not currently accepting connections|Transaction API error: Unable to start a transaction)/;

/** True when the database could not be asked at all, so that asking again later may succeed. */
export function isDatabaseAway(error: unknown): boolean {
  return layers(error).some((layer) => {
    const code = text(layer, "originalCode") ?? text(layer, "code");
    const kind = text(layer, "kind");
    return (
      (code !== undefined && AWAY_CODES.has(code)) ||
      (kind !== undefined && AWAY_KINDS.has(kind)) ||
      AWAY_MESSAGES.test(text(layer, "message") ?? "")
    );
  });
}

const DEPTH = 6;

/** An error and what it was made from: `cause`, and where Prisma keeps the driver's, `meta.driverAdapterError`. */
function layers(error: unknown, depth = DEPTH): object[] {
  if (!isObject(error) || depth === 0) return [];
  const meta: unknown = Reflect.get(error, "meta");
  const inner: unknown[] = [
    Reflect.get(error, "cause"),
    isObject(meta) && Reflect.get(meta, "driverAdapterError"),
  ];
  return [error, ...inner.flatMap((layer) => layers(layer, depth - 1))];
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function text(layer: object, property: string): string | undefined {
  const value: unknown = Reflect.get(layer, property);
  return typeof value === "string" ? value : undefined;
}
