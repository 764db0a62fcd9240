import { z } from "zod";

const instant = z.iso
  .datetime({ offset: true, error: "A time must look like 2026-01-31T09:30:00Z." })
  .transform((text) => new Date(text));

/** What the audit log's page asks for; its address holds it. */
export const AuditLogQuery = z.strictObject({
  /** What kind of thing was changed. */
  noun: z
    .enum([
      "instance",
      "administrator",
      "organization",
      "account",
      "group",
      "application",
      "token",
      "secret",
      "field",
    ])
    .optional(),
  /** As the log names it, e.g. `token.create`. */
  action: z.string().optional(),
  actorId: z.string().optional(),
  /** The changes by an application, and those of it. */
  applicationId: z.string().optional(),
  targetId: z.string().optional(),
  /** Inclusive. */
  from: instant.optional(),
  /** Exclusive. */
  to: instant.optional(),
  cursor: z.string().optional(),
  limit: z.int().min(1).max(200, { error: "A page may have at most 200 entries." }).default(50),
});

export type AuditLogFilter = Omit<z.output<typeof AuditLogQuery>, "cursor" | "limit">;
