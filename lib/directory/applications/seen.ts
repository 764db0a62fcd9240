import { createHash } from "node:crypto";
import type { Change } from "../change/store";
import { changedSince } from "../logs/audit/changed-since/store";
import type { Application } from "./application";

/** Opaque: stands for a part of an application as it was when a form was made from it. */
export function seenTag(part: unknown): string {
  return createHash("sha256").update(JSON.stringify(part)).digest("base64url").slice(0, 22);
}

/**
 * Refuses an edit that started from another state than the one now held.
 *
 * @param seen the tag of the state that the edit started from; undefined: it holds whatever else changed
 * @throws DirectoryError conflict, naming who changed what since
 */
export async function checkSeen(
  tx: Change,
  { id, name }: Pick<Application, "id" | "name">,
  part: unknown,
  seen: string | undefined,
): Promise<void> {
  if (seen === undefined || seen === seenTag(part)) return;
  throw await changedSince(tx, `application "${name}"`, id);
}
