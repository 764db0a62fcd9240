import { database } from "@/lib/db/client";
import { dropExpiredLogPartitions, ensureLogPartitions } from "@/lib/db/partitions";
import { logger } from "@/lib/log";

const HOUR_MS = 60 * 60 * 1000;

/** Makes the logs' next partitions and drops the expired ones, now and every hour, until the process ends. */
export function startMaintenance(retentionDays: number): void {
  void maintain(retentionDays);
  setInterval(() => void maintain(retentionDays), HOUR_MS).unref();
}

async function maintain(retentionDays: number): Promise<void> {
  try {
    const now = new Date();
    const known = await database();
    const made = await ensureLogPartitions(known, now);
    const dropped = await dropExpiredLogPartitions(known, now, retentionDays);
    if (made.length + dropped.length > 0)
      logger().info({ made, dropped }, "The logs' partitions are up to date.");
  } catch (error) {
    // The default partitions take what comes meanwhile; the next hour tries again.
    logger().warn({ err: error }, "The logs' partitions could not be looked after.");
  }
}
