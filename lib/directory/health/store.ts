import { isDatabaseAway } from "@/lib/db/errors";

/** Whether an error says that the directory cannot be asked now, and may be asked again later. */
export function isDirectoryAway(error: unknown): boolean {
  return isDatabaseAway(error);
}
