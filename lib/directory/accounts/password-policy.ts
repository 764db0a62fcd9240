import { foldCase } from "@/lib/scim/compare";
import { invalidValue } from "../error";

type CharacterClass = "upper-case letter" | "lower-case letter" | "digit" | "special character";

interface PasswordPolicy {
  readonly minimumLength: number;
  readonly mustContain: readonly CharacterClass[];
  readonly mustNotContain: readonly (keyof PasswordOwner)[];
}

/** What a password of the stricter policies must not repeat. */
export interface PasswordOwner {
  readonly username: string;
  readonly displayName: string | undefined;
  readonly phoneNumber: string | undefined;
  readonly email: string | undefined;
}

const ALL_CLASSES = ["upper-case letter", "lower-case letter", "digit", "special character"] as const;

/** The templates of product.md, "Accounts". They apply to new passwords only. */
export const PASSWORD_POLICIES = {
  unrestricted: { minimumLength: 4, mustContain: [], mustNotContain: [] },
  simple: { minimumLength: 6, mustContain: ["lower-case letter", "digit"], mustNotContain: [] },
  common: {
    minimumLength: 8,
    mustContain: ["upper-case letter", "lower-case letter", "digit"],
    mustNotContain: [],
  },
  recommended: { minimumLength: 10, mustContain: ALL_CLASSES, mustNotContain: ["username"] },
  complex: {
    minimumLength: 16,
    mustContain: ALL_CLASSES,
    mustNotContain: ["username", "displayName", "phoneNumber", "email"],
  },
} as const satisfies Record<string, PasswordPolicy>;

export type PolicyName = keyof typeof PASSWORD_POLICIES;

const CLASS_PATTERNS: Record<CharacterClass, RegExp> = {
  "upper-case letter": /\p{Lu}/u,
  "lower-case letter": /\p{Ll}/u,
  digit: /\p{Nd}/u,
  "special character": /[^\p{L}\p{N}\s]/u,
};

const OWNER_WORDS: Record<keyof PasswordOwner, string> = {
  username: "the username",
  displayName: "the display name",
  phoneNumber: "the phone number",
  email: "the local part of the email",
};

/** Bounds the work of hashing; far above any passphrase. */
const MAXIMUM_LENGTH = 1024;

/** Every rule of the policy that the password fails, as half sentences; empty when it is good. */
export function failedPasswordRules(password: string, policy: PolicyName, owner: PasswordOwner): string[] {
  const rules: PasswordPolicy = PASSWORD_POLICIES[policy];
  const length = [...password].length;
  const failed: string[] = [];
  if (length < rules.minimumLength) failed.push(`have at least ${rules.minimumLength} characters`);
  if (length > MAXIMUM_LENGTH) failed.push(`have at most ${MAXIMUM_LENGTH} characters`);
  for (const wanted of rules.mustContain) {
    if (!CLASS_PATTERNS[wanted].test(password)) failed.push(`contain ${article(wanted)} ${wanted}`);
  }
  const folded = foldCase(password);
  for (const key of rules.mustNotContain) {
    const word = forbiddenWord(key, owner);
    if (word && folded.includes(foldCase(word))) failed.push(`not contain ${OWNER_WORDS[key]}`);
  }
  return failed;
}

/** @throws DirectoryError invalid_value listing each rule that failed; it never repeats the password */
export function checkPassword(password: string, policy: PolicyName, owner: PasswordOwner): void {
  const failed = failedPasswordRules(password, policy, owner);
  if (failed.length === 0) return;
  throw invalidValue(
    "password",
    `The password does not meet the password policy "${policy}": it must ${failed.join("; it must ")}.`,
  );
}

function forbiddenWord(key: keyof PasswordOwner, owner: PasswordOwner): string | undefined {
  if (key === "email") return owner.email?.split("@")[0];
  return owner[key];
}

function article(wanted: CharacterClass): string {
  return wanted === "upper-case letter" ? "an" : "a";
}
