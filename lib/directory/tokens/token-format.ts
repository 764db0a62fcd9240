import { createHash, randomBytes } from "node:crypto";
import { crc32 } from "node:zlib";

const PREFIX = "idaas_sat_";
const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** 256 bits in base62. */
const SECRET_LENGTH = 43;
const CHECKSUM_LENGTH = 6;

const FORM = new RegExp(`^${PREFIX}[0-9A-Za-z]{${SECRET_LENGTH + CHECKSUM_LENGTH}}$`);

/** What is kept of a token, and what is shown of it later. */
export interface TokenDigest {
  readonly hash: Uint8Array<ArrayBuffer>;
  readonly lastFour: string;
}

/**
 * A new token: `idaas_sat_`, 256 random bits in base62, and the CRC-32 of all that in
 * base62, by which a secret scanner tells a token from text that looks like one.
 */
export function newTokenText(): string {
  const secret = base62(BigInt(`0x${randomBytes(32).toString("hex")}`), SECRET_LENGTH);
  return PREFIX + secret + checksum(PREFIX + secret);
}

/** Whether the text can be a token at all: anything else is refused without asking the database. */
export function isWellFormedToken(text: string): boolean {
  if (!FORM.test(text)) return false;
  return checksum(text.slice(0, -CHECKSUM_LENGTH)) === text.slice(-CHECKSUM_LENGTH);
}

/** SHA-256 without salt: the token is random, so that nobody can guess along a table. */
export function digestToken(text: string): TokenDigest {
  return {
    hash: new Uint8Array(createHash("sha256").update(text).digest()),
    lastFour: text.slice(-4),
  };
}

function checksum(text: string): string {
  return base62(BigInt(crc32(text)), CHECKSUM_LENGTH);
}

/** Big-endian, filled with zeros to the length. */
function base62(value: bigint, length: number): string {
  let text = "";
  for (let rest = value; rest > 0n; rest /= 62n) text = ALPHABET.charAt(Number(rest % 62n)) + text;
  return text.padStart(length, "0");
}
