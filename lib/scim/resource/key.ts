import type { Attribute, ResourceType, Schema } from "../schema/attribute";
import { findAttribute, storedSchema } from "../schema/lookup";

/** What a key of a resource, or a name in a list of attributes, stands for. */
export type Key =
  | { readonly kind: "extension"; readonly schema: Schema }
  | {
      readonly kind: "attribute";
      readonly schema: Schema;
      readonly extension: boolean;
      readonly attribute: Attribute;
      readonly sub: Attribute | undefined;
    };

/**
 * Finds what the type stores under `name`, `name.sub`, either of them after a URN, or the bare
 * URN of an extension, in any case; undefined for everything else. Unlike resolvePath it takes
 * any text: keys that mean nothing are ignored (protocol.md, "Attributes").
 */
export function findKey(text: string, type: ResourceType): Key | undefined {
  const bare = storedSchema(type, text);
  if (bare !== undefined) return bare === type.schema ? undefined : { kind: "extension", schema: bare };
  const colon = text.lastIndexOf(":");
  const schema = colon < 0 ? type.schema : storedSchema(type, text.slice(0, colon));
  const [name = "", subName, ...more] = text.slice(colon + 1).split(".", 3);
  const attribute = findAttribute(schema?.attributes, name);
  if (schema === undefined || attribute === undefined || more.length > 0) return undefined;
  const sub = subName === undefined ? undefined : findAttribute(attribute.subAttributes, subName);
  if (subName !== undefined && sub === undefined) return undefined;
  return { kind: "attribute", schema, extension: schema !== type.schema, attribute, sub };
}
