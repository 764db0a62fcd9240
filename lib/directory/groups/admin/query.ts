import { z } from "zod";

const search = z.string().max(256, { error: "A search may have at most 256 characters." }).optional();

/** What a list of groups asks for; the page's address holds it. */
export const GroupListQuery = z.strictObject({
  /** The beginning of the name, whatever the case, or an id. */
  search,
  sort: z.enum(["name", "created", "updated"]).default("name"),
  direction: z.enum(["ascending", "descending"]).default("ascending"),
  cursor: z.string().optional(),
  limit: z.int().min(1).max(200, { error: "A page may have at most 200 groups." }).default(50),
});

/** What a list of members asks for, by username. */
export const MemberListQuery = z.strictObject({
  /** The beginning of a username, display name or email, whatever the case, or an id. */
  search,
  cursor: z.string().optional(),
  limit: z.int().min(1).max(200, { error: "A page may have at most 200 members." }).default(50),
});

export type GroupListFilter = z.output<typeof GroupListQuery>;
export type MemberListFilter = z.output<typeof MemberListQuery>;
