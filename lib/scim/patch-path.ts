import { badRequest } from "./error";
import type { Filter } from "./filter/ast";
import { parseElementFilter } from "./filter/parse";
import { extensionOf, quote, resolvePath, type StoredPath } from "./path";
import type { Attribute, ResourceType, Schema } from "./schema/attribute";

/**
 * The target of a PATCH operation (RFC 7644 §3.5.2). `attribute`: `path.sub` is always
 * undefined; the sub-attribute, with or without a filter before it, is `sub`. `extension`: a bare
 * extension URN. `ignored`: RFC 7643 knows it, the application does not store it.
 */
export type PatchPath =
  | {
      readonly kind: "attribute";
      readonly path: StoredPath;
      readonly filter: Filter | undefined;
      readonly sub: Attribute | undefined;
    }
  | { readonly kind: "extension"; readonly schema: Schema }
  | { readonly kind: "ignored"; readonly text: string };

const MAX_CHARACTERS = 4096;

/**
 * Parses and resolves `attr`, `attr.sub`, `attr[filter]`, `attr[filter].sub`, URN-qualified or
 * not, and the bare URN of an extension.
 * @throws ScimError 400 invalidPath, also for what neither the type nor RFC 7643 knows;
 *   400 invalidFilter for what stands within the brackets
 */
export function parsePatchPath(text: string, type: ResourceType): PatchPath {
  if (text.length > MAX_CHARACTERS) {
    throw badRequest("invalidPath", `The path has more than ${MAX_CHARACTERS} characters.`);
  }
  const schema = extensionOf(text, type);
  if (schema !== undefined) return { kind: "extension", schema };
  const opening = text.indexOf("[");
  return opening < 0 ? plainPath(text, type) : valuePath(text, opening, type);
}

function plainPath(text: string, type: ResourceType): PatchPath {
  const path = resolvePath(text, type, "invalidPath");
  switch (path.kind) {
    case "stored":
      return { kind: "attribute", path: { ...path, sub: undefined }, filter: undefined, sub: path.sub };
    case "ignored":
      return { kind: "ignored", text: path.text };
    case "unknown":
      throw badRequest("invalidPath", `There is no attribute ${quote(text)} in ${type.id}.`);
  }
}

function valuePath(text: string, opening: number, type: ResourceType): PatchPath {
  const closing = text.lastIndexOf("]");
  if (closing < opening) throw badRequest("invalidPath", `A ] is missing in the path ${quote(text)}.`);
  const outer = text.slice(0, opening);
  const after = text.slice(closing + 1);
  if (after !== "" && !after.startsWith(".")) {
    throw badRequest("invalidPath", `Only a sub-attribute can follow the ] in the path ${quote(text)}.`);
  }
  const whole = plainPath(outer, type);
  const target = after === "" ? whole : plainPath(`${outer}${after}`, type);
  if (whole.kind === "attribute" && (whole.sub !== undefined || !whole.path.attribute.multiValued)) {
    throw badRequest("invalidPath", `${quote(outer)} has no elements that a filter could choose from.`);
  }
  const filter = parseElementFilter(text.slice(opening + 1, closing), outer, type);
  if (target.kind !== "attribute") return { kind: "ignored", text: `${outer}${after}` };
  return { ...target, filter };
}
