/** The path of a request target, decoded exactly once, segment by segment. */
export interface RequestPath {
  readonly segments: readonly string[];
}

const ORIGIN = /^https?:\/\/[^/?#]*/i;

/**
 * Splits a request target before it decodes, so that an encoded slash never separates.
 * One slash at the end counts as none. Undefined: an escape that does not decode, or a
 * target that is no path (RFC 9112 §3.2: `*`, authority form).
 */
export function requestPath(target: string): RequestPath | undefined {
  const local = target.startsWith("/") ? target : target.replace(ORIGIN, "");
  const end = local.search(/[?#]/);
  const path = end === -1 ? local : local.slice(0, end);
  if (path === "") return ORIGIN.test(target) ? { segments: [] } : undefined;
  if (!path.startsWith("/")) return undefined;
  const raw = path.slice(1).split("/");
  if (raw.at(-1) === "") raw.pop();
  if (!path.includes("%")) return { segments: raw };
  try {
    return { segments: raw.map(decodeURIComponent) };
  } catch {
    return undefined;
  }
}

/** Whether some reader of URLs could take the segment for none, for another, or for two. */
export function isAmbiguous(segment: string): boolean {
  return segment === "" || segment === "." || segment === ".." || /[/\\\p{Cc}]/u.test(segment);
}
