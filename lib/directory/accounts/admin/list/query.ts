import { z } from "zod";

const Filter = {
  organizationId: z.string().optional(),
  /** With the accounts of all organizations below it. */
  subtree: z.boolean().default(true),
  status: z.enum(["enabled", "disabled"]).optional(),
  source: z.enum(["console", "csv_import", "application"]).optional(),
  /** Created by this application. */
  applicationId: z.string().optional(),
  groupId: z.string().optional(),
  /** The beginning of a username, display name or email, whatever the case, or an id. */
  search: z.string().max(256, { error: "A search may have at most 256 characters." }).optional(),
  sort: z.enum(["username", "displayName", "created", "updated"]).default("username"),
  direction: z.enum(["ascending", "descending"]).default("ascending"),
};

/** What a list of accounts asks for; the page's address holds it. */
export const AccountListQuery = z.strictObject({
  ...Filter,
  cursor: z.string().optional(),
  limit: z.int().min(1).max(200, { error: "A page may have at most 200 accounts." }).default(50),
});

/** What an export asks for: the list's filter, all pages. */
export const AccountExportQuery = z.strictObject(Filter);

export type AccountFilter = z.output<typeof AccountExportQuery>;
