import { z } from "zod";

/** How far back each period goes, and how wide a point of its charts is. */
export const PERIODS = {
  "24h": { hours: 24, step: 1 },
  "7d": { hours: 7 * 24, step: 6 },
  "30d": { hours: 30 * 24, step: 24 },
} as const satisfies Record<string, { readonly hours: number; readonly step: number }>;

export type Period = keyof typeof PERIODS;

/** What the monitoring page asks for; its address holds it. */
export const MonitoringQuery = z.strictObject({
  period: z.enum(["24h", "7d", "30d"]).default("24h"),
  applicationId: z.string().optional(),
});
