import { type Admin, requireRole } from "../actor";
import { listApplicationRows } from "../applications/overview/list-application-rows";
import { type Attention, attentionOf } from "./attention";
import { countThings, type DirectoryCounts, findExpiringTokens, findHours } from "./store";

export interface HourOfCalls {
  /** Its beginning. */
  readonly hour: Date;
  readonly calls: number;
  /** Of them, those answered with 400 and above. */
  readonly failures: number;
}

/** What an instance's first page shows. */
export interface Overview extends DirectoryCounts {
  /** 24, oldest first; the last is the one that is running. */
  readonly hours: readonly HourOfCalls[];
  readonly attention: readonly Attention[];
}

const HOUR = 3_600_000;
const HOURS = 24;

export async function readOverview(admin: Admin, now = new Date()): Promise<Overview> {
  requireRole(admin, "auditor");
  const { instanceId } = admin;
  const current = Math.floor(now.getTime() / HOUR) * HOUR;
  const first = current - (HOURS - 1) * HOUR;
  const counted = await findHours(instanceId, new Date(first));
  const hours = Array.from({ length: HOURS }, (_, index) => {
    const hour = new Date(first + index * HOUR);
    return counted.get(hour.getTime()) ?? { hour, calls: 0, failures: 0 };
  });
  const applications = await listApplicationRows(admin, now);
  const tokens = await findExpiringTokens(instanceId, now);
  return {
    ...(await countThings(instanceId)),
    hours,
    attention: attentionOf(applications, tokens, now),
  };
}
