import { badRequest } from "./error";
import type { Attribute, ResourceType, Schema } from "./schema/attribute";
import { findAttribute, ignorableSchema, storedSchema } from "./schema/lookup";

/**
 * An attribute path resolved against a resource type (RFC 7644 §3.10).
 * `stored`: the application synchronizes it. `ignored`: RFC 7643 knows it, this
 * application does not store it. `unknown`: nothing knows it.
 * In a filter, ignored and unknown attributes count as absent.
 */
export type AttributePath =
  | {
      readonly kind: "stored";
      readonly schema: Schema;
      /** true when the attribute stands under the schema's URN in the resource, not at its top level. */
      readonly extension: boolean;
      readonly attribute: Attribute;
      readonly sub: Attribute | undefined;
    }
  | { readonly kind: "ignored" | "unknown"; readonly text: string };

export type StoredPath = Extract<AttributePath, { kind: "stored" }>;

/** `[urn ":"] name ["." sub]` (RFC 7644 figure 1, attrPath), cut but not yet looked up. */
interface Parts {
  readonly urn: string | undefined;
  readonly name: string;
  readonly sub: string | undefined;
}

const PATH_CHARACTERS = /^[A-Za-z0-9_$.:-]*$/;
const ATTRIBUTE_NAME = /^[A-Za-z$][A-Za-z0-9_$-]*$/;

/**
 * Resolves `userName`, `name.givenName`, `URN:attribute` and `URN:attribute.sub`; names and
 * URNs in any case. The attributes of an extension are found under its URN only. Of a
 * multi-valued attribute without sub-attributes, `value` is the element itself.
 * A bare schema URN is no attribute: see extensionOf.
 * @throws ScimError 400 with `syntaxError` as its keyword when the text is no attribute path.
 */
export function resolvePath(
  text: string,
  type: ResourceType,
  syntaxError: "invalidFilter" | "invalidPath",
): AttributePath {
  const parts = cut(text);
  if (parts === undefined) throw badRequest(syntaxError, `${quote(text)} is not an attribute path.`);
  return storedPath(parts, type) ?? unstoredPath(parts, text, type);
}

/** The extension whose bare URN the text is, whatever its case, if the type stores that extension. */
export function extensionOf(text: string, type: ResourceType): Schema | undefined {
  const schema = storedSchema(type, text);
  return schema === type.schema ? undefined : schema;
}

/** A stored path as clients write it, for messages: `emails.value`, `URN:organizationId`. */
export function pathText(path: AttributePath): string {
  if (path.kind !== "stored") return path.text;
  const name = path.extension ? `${path.schema.id}:${path.attribute.name}` : path.attribute.name;
  return path.sub === undefined ? name : `${name}.${path.sub.name}`;
}

/**
 * Text of a client's in an error message, cut to a length that a person would read. What
 * follows a quotation mark is the value of a filter, which may be a secret, and stays out.
 */
export function quote(text: string): string {
  const value = text.indexOf('"');
  const end = Math.min(value < 0 ? text.length : value, 100);
  return JSON.stringify(end < text.length ? `${text.slice(0, end)}…` : text);
}

function cut(text: string): Parts | undefined {
  if (!PATH_CHARACTERS.test(text)) return undefined;
  // A URN holds dots and colons, an attribute name neither colon: the last one ends the longest URN.
  const colon = text.lastIndexOf(":");
  if (colon === 0) return undefined;
  const [name, sub, ...more] = text.slice(colon + 1).split(".");
  if (name === undefined || more.length > 0 || !ATTRIBUTE_NAME.test(name)) return undefined;
  if (sub !== undefined && !ATTRIBUTE_NAME.test(sub)) return undefined;
  return { urn: colon < 0 ? undefined : text.slice(0, colon), name, sub };
}

function storedPath(parts: Parts, type: ResourceType): StoredPath | undefined {
  const schema = parts.urn === undefined ? type.schema : storedSchema(type, parts.urn);
  const attribute = findAttribute(schema?.attributes, parts.name);
  if (schema === undefined || attribute === undefined) return undefined;
  const path = { kind: "stored", schema, extension: schema !== type.schema, attribute } as const;
  if (parts.sub === undefined || isElementValue(attribute, parts.sub)) return { ...path, sub: undefined };
  const sub = findAttribute(attribute.subAttributes, parts.sub);
  return sub === undefined ? undefined : { ...path, sub };
}

// RFC 7643 §2.4: an element of a simple multi-valued attribute may be spoken of as its value.
function isElementValue(attribute: Attribute, sub: string): boolean {
  return attribute.multiValued && attribute.type !== "complex" && sub.toLowerCase() === "value";
}

function unstoredPath(parts: Parts, text: string, type: ResourceType): AttributePath {
  const known = ignorableSchemas(parts.urn, type).some((schema) => knows(schema, parts));
  return { kind: known || isSchemas(parts) ? "ignored" : "unknown", text };
}

// Clients send attributes of the enterprise extension without its URN too (Entra: `Add manager`).
function ignorableSchemas(urn: string | undefined, type: ResourceType): readonly Schema[] {
  if (urn === undefined) return type.ignorable;
  const schema = ignorableSchema(type, urn);
  return schema === undefined ? [] : [schema];
}

function knows(schema: Schema, { name, sub }: Parts): boolean {
  const attribute = findAttribute(schema.attributes, name);
  if (attribute === undefined) return false;
  return sub === undefined || findAttribute(attribute.subAttributes, sub) !== undefined;
}

// RFC 7643 §3: `schemas` is an attribute of every resource, kept by the server alone.
function isSchemas({ urn, name, sub }: Parts): boolean {
  return urn === undefined && sub === undefined && name.toLowerCase() === "schemas";
}
