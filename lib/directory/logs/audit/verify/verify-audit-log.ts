import { createHash } from "node:crypto";
import { type Admin, requireRole } from "../../../actor";
import { AUDIT_LANES } from "../store";
import { repeatedColumnsProblem } from "./repeated-columns";
import { type AuditHead, type AuditRow, type AuditSnapshot, withAuditSnapshot } from "./store";

/** What a check of the whole chain found. */
export interface AuditVerdict {
  readonly entries: number;
  readonly intact: boolean;
  /** The first thing found wrong, and where. */
  readonly problem?: string;
}

interface Link {
  readonly lane: number;
  readonly sequence: number;
  readonly hash: string;
}

/**
 * Recomputes the chain of every lane: an entry that was altered, removed, inserted or
 * reordered shows, and so does a tail that was cut. It cannot show a log rewritten from
 * some entry on with its heads, by someone who has the whole database: compare the heads
 * with a copy kept elsewhere.
 */
export async function verifyAuditLog(admin: Admin): Promise<AuditVerdict> {
  requireRole(admin, "auditor");
  return withAuditSnapshot(admin.instanceId, (snapshot) => verify(admin.instanceId, snapshot));
}

async function verify(instanceId: string, { heads, rows }: AuditSnapshot): Promise<AuditVerdict> {
  const tails = new Map<number, Link>();
  let entries = 0;
  let problem: string | undefined;
  for await (const row of rows) {
    entries++;
    const previous = tails.get(row.lane) ?? genesis(row.lane);
    problem ??= rowProblem(instanceId, previous, row);
    tails.set(row.lane, row);
  }
  problem ??= headsProblem(heads, tails);
  return problem === undefined ? { entries, intact: true } : { entries, intact: false, problem };
}

function genesis(lane: number): Link {
  return { lane, sequence: 0, hash: "00".repeat(32) };
}

function rowProblem(instanceId: string, previous: Link, row: AuditRow): string | undefined {
  const place = `Lane ${row.lane}, entry ${row.sequence}`;
  if (row.sequence <= previous.sequence) return `${place}: it was inserted, for its number is taken.`;
  if (row.sequence > previous.sequence + 1) {
    return `Lane ${row.lane}, entry ${previous.sequence + 1}: it is missing before entry ${row.sequence}.`;
  }
  if (linkHash(instanceId, previous, row) !== row.hash) {
    return `${place}: its content or place does not fit its hash.`;
  }
  const column = repeatedColumnsProblem(row);
  return column === undefined ? undefined : `${place}: its column ${column} is not what the entry says.`;
}

/** As `auditCte` chains it. */
function linkHash(instanceId: string, previous: Link, { lane, sequence, content }: AuditRow): string {
  return createHash("sha256")
    .update(Buffer.from(previous.hash, "hex"))
    .update([instanceId, lane, sequence, content].join("\n"))
    .digest("hex");
}

function headsProblem(heads: readonly AuditHead[], tails: ReadonlyMap<number, Link>): string | undefined {
  const known = new Map(heads.map((head) => [head.lane, head]));
  for (let lane = 0; lane < AUDIT_LANES; lane++) {
    const head = known.get(lane);
    if (!head) return `Lane ${lane}: its head is missing.`;
    const tail = tails.get(lane) ?? genesis(lane);
    if (tail.sequence < head.sequence) {
      return `Lane ${lane}: its entries end at ${tail.sequence}, and its head says ${head.sequence}.`;
    }
    if (tail.sequence > head.sequence || tail.hash !== head.hash) {
      return `Lane ${lane}, entry ${tail.sequence}: it is not the one that the lane's head names.`;
    }
  }
  return undefined;
}
