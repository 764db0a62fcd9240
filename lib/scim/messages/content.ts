// RFC 7644 §3.1 and §8.1: both names of the one format.
const TYPES = ["application/scim+json", "application/json"] as const;

/** `type/subtype;name=value;…` (RFC 9110 §8.3.1), names in lower case, quotes taken off. */
interface MediaType {
  readonly name: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/**
 * Whether a Content-Type names JSON or SCIM JSON in UTF-8, in any case, the charset quoted or
 * not; other parameters do not matter (protocol.md, "Messages").
 */
export function isScimContentType(header: string): boolean {
  const { name, parameters } = mediaType(header);
  const charset = parameters.get("charset")?.toLowerCase() ?? "utf-8";
  return TYPES.some((type) => type === name) && (charset === "utf-8" || charset === "utf8");
}

/**
 * Whether an Accept header lets at least one of the two types pass (RFC 9110 §12.5.1): of the
 * ranges that cover a type the most specific one decides, and q=0 excludes it. A missing or
 * empty header accepts everything.
 */
export function acceptsScim(header: string | null): boolean {
  if (header === null || header.trim() === "") return true;
  const ranges = splitUnquoted(header, ",").map(mediaType);
  return TYPES.some((type) => {
    const covering = [type, "application/*", "*/*"].map((name) =>
      ranges.find((range) => range.name === name),
    );
    const decisive = covering.find((range) => range !== undefined);
    return decisive !== undefined && Number(decisive.parameters.get("q") ?? "1") > 0;
  });
}

function mediaType(text: string): MediaType {
  const [name = "", ...parameters] = splitUnquoted(text, ";");
  return { name: name.trim().toLowerCase(), parameters: new Map(parameters.map(parameter)) };
}

function parameter(text: string): [string, string] {
  const [name = "", ...value] = text.split("=");
  const written = value.join("=").trim();
  const quoted = written.length > 1 && written.startsWith('"') && written.endsWith('"');
  return [name.trim().toLowerCase(), quoted ? written.slice(1, -1).replace(/\\(.)/g, "$1") : written];
}

/** Cuts at a separator that stands outside quotes (RFC 9110 §5.6.4). */
function splitUnquoted(text: string, separator: string): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    if (quoted && text[at] === "\\") at++;
    else if (text[at] === '"') quoted = !quoted;
    else if (!quoted && text[at] === separator) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, text.slice(start)];
}
