import { z } from "zod";

const instant = z.iso
  .datetime({ offset: true, error: "A time must look like 2026-01-31T09:30:00Z." })
  .transform((text) => new Date(text));

/** What the request log's page asks for; its address holds it. */
export const RequestLogQuery = z.strictObject({
  /** `failed` is 400 and above. */
  status: z.enum(["2xx", "3xx", "4xx", "5xx", "failed"]).optional(),
  applicationId: z.string().optional(),
  resource: z.enum(["User", "Group"]).optional(),
  method: z.enum(["GET", "POST", "PUT", "PATCH", "DELETE"]).optional(),
  /** Inclusive. */
  from: instant.optional(),
  /** Exclusive. */
  to: instant.optional(),
  /** A part of path and query, whatever the case. */
  path: z.string().max(256, { error: "A search may have at most 256 characters." }).optional(),
  cursor: z.string().optional(),
  limit: z.int().min(1).max(200, { error: "A page may have at most 200 entries." }).default(50),
});

export type RequestLogFilter = Omit<z.output<typeof RequestLogQuery>, "cursor" | "limit">;
