import { database } from "@/lib/db/client";
import type { Transaction } from "@/lib/db/sql";
import type { Attempt, AttemptKeys } from "./attempt";
import { DELAY_RULES, delaySeconds, FORGOTTEN_AFTER_MS } from "./delay";

interface AttemptsRow {
  readonly key: string;
  readonly failures: number;
  readonly last_at: Date;
  readonly blocked_until: Date;
}

const KINDS = ["account", "address"] as const;

/**
 * Counts an attempt as failed before anything is verified, so that many at once pass no
 * more often than one after the other. An attempt that has to wait is not counted.
 */
export async function beginAttempt(keys: AttemptKeys, now: Date): Promise<Attempt> {
  return (await database()).transaction(async (tx) => {
    const rows = await lockAttempts(tx, keys, now);
    const wait = Math.max(...rows.map((row) => secondsUntil(row.blocked_until, now)));
    if (wait > 0) return { kind: "wait", seconds: wait };
    let nextWaitSeconds = 0;
    for (const kind of KINDS) {
      const row = rows.find(({ key }) => key === keys[kind]);
      const forgotten = !row || now.getTime() - row.last_at.getTime() > FORGOTTEN_AFTER_MS;
      const failures = forgotten ? 1 : row.failures + 1;
      const delay = delaySeconds(failures, DELAY_RULES[kind]);
      nextWaitSeconds = Math.max(nextWaitSeconds, delay);
      await tx.query(
        "UPDATE sign_in_attempts SET failures = $2, last_at = $3, blocked_until = $4 WHERE key = $1",
        [keys[kind], failures, now, new Date(now.getTime() + delay * 1000)],
      );
    }
    return { kind: "allowed", nextWaitSeconds };
  });
}

/** Takes back the count of one attempt that was right as far as it went. */
export async function forgiveAttempt(keys: AttemptKeys, now: Date): Promise<void> {
  await (await database()).query(
    `UPDATE sign_in_attempts SET failures = greatest(failures - 1, 0), blocked_until = $2
     WHERE key = ANY($1::text[])`,
    [[keys.account, keys.address], now],
  );
}

/** Forgets an account's failures, and whatever is too old to count. */
export async function clearAttempts(account: string, now: Date): Promise<void> {
  await (await database()).query("DELETE FROM sign_in_attempts WHERE key = $1 OR last_at < $2", [
    account,
    new Date(now.getTime() - FORGOTTEN_AFTER_MS),
  ]);
}

/** Both rows, made when they are missing; always in the order of their keys, against deadlocks. */
async function lockAttempts(tx: Transaction, keys: AttemptKeys, now: Date): Promise<AttemptsRow[]> {
  await tx.query(
    `INSERT INTO sign_in_attempts (key, failures, last_at, blocked_until)
     VALUES ($1, 0, $3, $3), ($2, 0, $3, $3) ON CONFLICT DO NOTHING`,
    [keys.account, keys.address, now],
  );
  return tx.query<AttemptsRow>(
    "SELECT key, failures, last_at, blocked_until FROM sign_in_attempts WHERE key = ANY($1::text[]) ORDER BY key FOR UPDATE",
    [[keys.account, keys.address]],
  );
}

function secondsUntil(time: Date, now: Date): number {
  return Math.max(0, Math.ceil((time.getTime() - now.getTime()) / 1000));
}
