import { hash, verify } from "@node-rs/argon2";

// OWASP Password Storage Cheat Sheet: argon2id (the package's default algorithm) with
// 19 MiB, 2 passes, 1 lane.
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** More at once would starve the thread pool that the rest of the process shares. */
const AT_ONCE = 2;

let running = 0;
const waiting: (() => void)[] = [];

/** The argon2id hash of a password, in PHC string form. At most two are at work at a time. */
export function hashPassword(plain: string): Promise<string> {
  return inTurn(() => hash(plain, PARAMETERS));
}

/** Whether the password is the one that the hash was made of. */
export function verifyPassword(passwordHash: string, plain: string): Promise<boolean> {
  return inTurn(() => verify(passwordHash, plain));
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running++;
  try {
    return await work();
  } finally {
    // The place is handed on, so that nobody who comes later takes it first.
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}
