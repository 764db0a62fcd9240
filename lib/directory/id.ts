import { randomBytes } from "node:crypto";

/** The kinds of things that have an id, with the prefix each id begins with (product.md). */
const PREFIXES = {
  instance: "idaas",
  administrator: "admin",
  organization: "ou",
  account: "user",
  group: "group",
  application: "app",
  token: "token",
  secret: "secret",
  field: "field",
  request: "req",
} as const;

export type IdKind = keyof typeof PREFIXES;

const ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
const LENGTH = 26;

/**
 * A new id: `PREFIX_` and 26 characters of lower-case base32 (130 bits) from the
 * cryptographic source, never derived from what a client sent (product.md).
 */
export function newId(kind: IdKind): string {
  let id = `${PREFIXES[kind]}_`;
  // 256 is a multiple of 32, so that the remainder is even.
  for (const byte of randomBytes(LENGTH)) id += ALPHABET.charAt(byte % ALPHABET.length);
  return id;
}
