/** The entity tag of a resource (RFC 7644 §3.14): weak, from its version counter. */
export function weakTag(version: number): string {
  return `W/"${version}"`;
}
