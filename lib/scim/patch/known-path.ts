import { ScimError } from "../error";
import { type PatchPath, parsePatchPath } from "../patch-path";
import type { ResourceType } from "../schema/attribute";

/**
 * What a key of a value without a path stands for; undefined for a key that nothing knows,
 * which is ignored, as in a body (protocol.md, "Attributes").
 *
 * @throws ScimError 400 invalidFilter
 */
export function knownPath(key: string, type: ResourceType): PatchPath | undefined {
  try {
    return parsePatchPath(key, type);
  } catch (error) {
    if (error instanceof ScimError && error.scimType === "invalidPath") return undefined;
    throw error;
  }
}
