import { REMOVED, secretNames, withoutTokens } from "./secret-names";

/** Parameters whose value is a list of attribute names, never a value (RFC 7644 §3.9, §3.4.2.3). */
const NAME_LISTS: ReadonlySet<string> = new Set(["attributes", "excludedattributes", "sortby"]);

/** How often a value is decoded in search of a name: a client may have encoded it twice. */
const MOST_DECODINGS = 3;

/**
 * Path and query as the request log keeps them. A parameter whose name is a secret's,
 * or whose value (a filter) names one, loses its whole value; the rest stays as sent.
 *
 * @param encryptedAttributes lower-case `urn:key` of the encrypted extended fields
 */
export function redactedPath(
  pathAndQuery: string,
  encryptedAttributes: ReadonlySet<string> = new Set<string>(),
): string {
  const question = pathAndQuery.indexOf("?");
  if (question === -1) return withoutTokens(pathAndQuery);
  const names = secretNames(encryptedAttributes);
  const parameters = pathAndQuery.slice(question + 1).split("&");
  const kept = parameters.map((parameter) => {
    const equals = parameter.indexOf("=");
    if (equals === -1) return decodings(parameter).some(names.anywhere) ? REMOVED : parameter;
    const name = parameter.slice(0, equals);
    const value = parameter.slice(equals + 1);
    if (decodings(name).some(names.anywhere)) return `${name}=${REMOVED}`;
    if (NAME_LISTS.has(name.toLowerCase()) && !holdsLiteral(value)) return parameter;
    return decodings(value).some(names.anywhere) ? `${name}=${REMOVED}` : parameter;
  });
  return withoutTokens(`${pathAndQuery.slice(0, question)}?${kept.join("&")}`);
}

function holdsLiteral(value: string): boolean {
  return decodings(value).some((text) => text.includes('"'));
}

/** The text as sent and after each decoding, in lower case. */
function decodings(text: string): readonly string[] {
  const found = [text.toLowerCase()];
  let current = text;
  for (let times = 0; times < MOST_DECODINGS; times += 1) {
    const next = decoded(current);
    if (next === current) break;
    found.push(next.toLowerCase());
    current = next;
  }
  return found;
}

/** Decodes what can be decoded: a malformed escape must not shield the rest. */
function decoded(text: string): string {
  return text.replaceAll("+", " ").replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });
}
