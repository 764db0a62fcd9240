import { isJsonObject, type JsonObject, type JsonValue } from "@/lib/scim/json";
import { namesSecret, REMOVED, type SecretNames, secretNames, withoutTokens } from "./secret-names";

/** A body longer than this, in bytes of UTF-8, is logged as a note with its size. */
export const LOGGED_BODY_BYTES = 64 * 1024;

/**
 * A body as the request log keeps it: JSON text in which every password, token and
 * encrypted field is replaced by "[removed]", wherever the protocol lets one stand
 * (product.md, "Logs": removed by structure, not by what the value looks like).
 *
 * @param body parsed JSON; undefined when there was none
 * @param encryptedAttributes lower-case `urn:key` of the encrypted extended fields
 */
export function redactedBody(
  body: JsonValue | undefined,
  encryptedAttributes: ReadonlySet<string>,
): string | undefined {
  if (body === undefined) return undefined;
  const text = withoutTokens(JSON.stringify(withoutSecrets(body, secretNames(encryptedAttributes), false)));
  const bytes = Buffer.byteLength(text);
  return bytes > LOGGED_BODY_BYTES ? largeBodyNote(bytes) : text;
}

/** What is logged of a body over LOGGED_BODY_BYTES. A caller that knows the size need not redact it first. */
export function largeBodyNote(bytes: number): string {
  return JSON.stringify({ note: `A body of ${bytes} bytes is too large for the log.` });
}

/** What is logged of a body that is not JSON: nothing in it can be told from a secret. */
export function unreadableBodyNote(bytes: number): string {
  return JSON.stringify({ note: `A body of ${bytes} bytes that is not JSON.` });
}

/** `inNamespace`: the object stands under a URN, so that its plain keys are keys of extended fields. */
function withoutSecrets(value: JsonValue, names: SecretNames, inNamespace: boolean): JsonValue {
  if (Array.isArray(value)) return value.map((item) => withoutSecrets(item, names, inNamespace));
  if (!isJsonObject(value)) return value;
  const operation = operationOf(value);
  const entries = Object.entries(value).map(([key, item]): [string, JsonValue] => {
    const name = key.trim().toLowerCase();
    if (namesSecret(name, names, inNamespace)) return [key, REMOVED];
    if (name === "filter" && typeof item === "string") return [key, withoutSecretFilter(item, names)];
    if (operation && name === "path") return [key, withoutSecretFilter(item, names)];
    if (operation && name === "value") return [key, operationValue(operation, item, names)];
    return [key, withoutSecrets(item, names, name.startsWith("urn:"))];
  });
  // fromEntries defines properties: a key named __proto__ stays a key.
  return Object.fromEntries(entries);
}

/** A PATCH operation (RFC 7644 §3.5.2), its keys in any case. */
function operationOf(value: JsonObject): { readonly path: string | undefined } | undefined {
  let isOperation = false;
  let path: string | undefined;
  for (const [key, item] of Object.entries(value)) {
    const name = key.trim().toLowerCase();
    if (name === "op") isOperation = true;
    if (name === "path" && typeof item === "string") {
      isOperation = true;
      path = item.trim().toLowerCase();
    }
  }
  return isOperation ? { path } : undefined;
}

function operationValue(
  { path }: { readonly path: string | undefined },
  value: JsonValue,
  names: SecretNames,
): JsonValue {
  // Without a path the value is a partial resource; anything else may be anything, a secret included.
  if (path === undefined) return typeof value === "string" ? REMOVED : withoutSecrets(value, names, false);
  if (names.anywhere(path)) return REMOVED;
  return withoutSecrets(value, names, path.startsWith("urn:"));
}

const PLAIN_PATH = /^[\w$:.-]*$/;

/** A filter or a value path may compare a secret with a literal; a plain path only names it. */
function withoutSecretFilter(filter: JsonValue, names: SecretNames): JsonValue {
  if (typeof filter !== "string" || PLAIN_PATH.test(filter)) return filter;
  return names.anywhere(filter.toLowerCase()) ? REMOVED : filter;
}
