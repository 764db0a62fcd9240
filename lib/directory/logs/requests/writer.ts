import { logger } from "@/lib/log";
import type { RequestEntry } from "./entry";
import { insertRequests } from "./store";

const FLUSH_MS = 200;
const FLUSH_ENTRIES = 200;
/** How long a database that did not answer is left alone. */
const RETRY_MS = 1_000;

/** What one statement takes at most, so that a long queue does not become one huge message. */
const BATCH_ENTRIES = 1_000;
const BATCH_CHARACTERS = 4 * 1024 * 1024;

/** What may wait while the database is away: an outage must not end in a process without memory. */
const MOST_ENTRIES = 20_000;
const MOST_CHARACTERS = 64 * 1024 * 1024;

interface Queue {
  readonly entries: RequestEntry[];
  characters: number;
  /** Entries given up since the last warning. */
  dropped: number;
  timer: NodeJS.Timeout | undefined;
  flush: Promise<void> | undefined;
}

declare global {
  // Next's bundle and the server's are two copies of this module in one process (architecture.md, "Scale").
  var openIdaasRequestLog: Queue | undefined;
}

function queue(): Queue {
  globalThis.openIdaasRequestLog ??= {
    entries: [],
    characters: 0,
    dropped: 0,
    timer: undefined,
    flush: undefined,
  };
  return globalThis.openIdaasRequestLog;
}

/**
 * Notes one SCIM call in the request log. Returns at once: entries are written in order,
 * many with one statement, within about 200 ms. A database that is away costs no entry
 * until 20,000 (or 64 Mi characters of bodies) wait; beyond that the oldest are given up,
 * and a warning says how many.
 */
export function recordRequest(entry: RequestEntry): void {
  const waiting = queue();
  waiting.entries.push(entry);
  waiting.characters += charactersOf(entry);
  giveUpOldest(waiting);
  if (waiting.entries.length >= FLUSH_ENTRIES && !waiting.flush) start(waiting);
  else schedule(waiting, FLUSH_MS);
}

/** Resolves when what was recorded before the call is written, or the database is away. */
export async function flushRequestLog(): Promise<void> {
  const waiting = queue();
  await waiting.flush;
  if (waiting.entries.length > 0) await start(waiting);
}

function schedule(waiting: Queue, delay: number): void {
  if (waiting.timer || waiting.flush) return;
  waiting.timer = setTimeout(() => start(waiting), delay);
  // The server flushes when it stops; nothing else should wait for a log.
  waiting.timer.unref();
}

function start(waiting: Queue): Promise<void> {
  clearTimeout(waiting.timer);
  waiting.timer = undefined;
  waiting.flush ??= writeAll(waiting).then((written) => {
    waiting.flush = undefined;
    if (waiting.entries.length > 0) schedule(waiting, written ? FLUSH_MS : RETRY_MS);
  });
  return waiting.flush;
}

/** Batch after batch until the queue is empty; false when the database is away. */
async function writeAll(waiting: Queue): Promise<boolean> {
  while (waiting.entries.length > 0) {
    const batch = firstBatch(waiting);
    if (!(await write(batch))) {
      waiting.entries.unshift(...batch);
      for (const entry of batch) waiting.characters += charactersOf(entry);
      giveUpOldest(waiting);
      return false;
    }
    warnOfDropped(waiting);
  }
  return true;
}

/** Halves a batch that is refused until the entry at fault stands alone: it costs no other its place. */
async function write(batch: readonly RequestEntry[]): Promise<boolean> {
  const outcome = await insertRequests(batch);
  if (outcome.result === "written") return true;
  if (outcome.result === "away") {
    logger().warn({ err: outcome.error, entries: batch.length }, "The request log could not be written yet.");
    return false;
  }
  if (batch.length === 1) {
    logger().error({ err: outcome.error }, "An entry of the request log was refused and is lost.");
    return true;
  }
  const middle = Math.ceil(batch.length / 2);
  return (await write(batch.slice(0, middle))) && (await write(batch.slice(middle)));
}

function firstBatch(waiting: Queue): RequestEntry[] {
  let count = 0;
  let characters = 0;
  for (const entry of waiting.entries) {
    characters += charactersOf(entry);
    if (count === BATCH_ENTRIES || (count > 0 && characters > BATCH_CHARACTERS)) break;
    count += 1;
  }
  const batch = waiting.entries.splice(0, count);
  for (const entry of batch) waiting.characters -= charactersOf(entry);
  return batch;
}

function giveUpOldest(waiting: Queue): void {
  while (waiting.entries.length > MOST_ENTRIES || waiting.characters > MOST_CHARACTERS) {
    const oldest = waiting.entries.shift();
    if (!oldest) return;
    waiting.characters -= charactersOf(oldest);
    waiting.dropped += 1;
  }
}

function warnOfDropped(waiting: Queue): void {
  if (waiting.dropped === 0) return;
  logger().warn(
    { dropped: waiting.dropped },
    "The database was away too long: entries of the request log are lost.",
  );
  waiting.dropped = 0;
}

function charactersOf(entry: RequestEntry): number {
  return (entry.requestBody?.length ?? 0) + (entry.responseBody?.length ?? 0) + (entry.detail?.length ?? 0);
}
