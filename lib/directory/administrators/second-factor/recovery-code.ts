import { createHash, randomInt } from "node:crypto";

const HOW_MANY = 10;
const LENGTH = 16;
const GROUP = 4;

/** Without 0, 1, 8 and 9, which are taken for letters: 5 bits each, 80 together. */
const ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

/** Codes for the day when the authenticator app is lost: `abcd-efgh-ijkl-mnop`. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: HOW_MANY }, newRecoveryCode);
}

/** What is kept of a code. Written with or without hyphens, spaces and capitals, it is the same. */
export function hashRecoveryCode(administratorId: string, code: string): string {
  const typed = code.toLowerCase().replace(/[\s-]/g, "");
  return createHash("sha256").update(`${administratorId}\n${typed}`).digest("hex");
}

function newRecoveryCode(): string {
  const characters = Array.from({ length: LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length)));
  const groups = Array.from({ length: LENGTH / GROUP }, (_, group) =>
    characters.slice(group * GROUP, (group + 1) * GROUP).join(""),
  );
  return groups.join("-");
}
