import type { AccountSource } from "@/lib/directory/accounts/admin/account-view";
import { PASSWORD_POLICIES, type PolicyName } from "@/lib/directory/accounts/password-policy";

export const SOURCE_NAMES: Record<AccountSource, string> = {
  console: "Console",
  csv_import: "CSV import",
  application: "Application",
};

const OWNER_WORDS = {
  username: "the username",
  displayName: "the display name",
  phoneNumber: "the phone number",
  email: "the email's local part",
} as const;

/** What a new password needs, told before it is typed. */
export function passwordHint(name: PolicyName): string {
  const { minimumLength, mustContain, mustNotContain } = PASSWORD_POLICIES[name];
  const needs =
    mustContain.length > 0 ? `, with ${listed(mustContain.map((each) => `${article(each)} ${each}`))}` : "";
  const bans =
    mustNotContain.length > 0 ? `, without ${listed(mustNotContain.map((each) => OWNER_WORDS[each]))}` : "";
  return `At least ${minimumLength} characters${needs}${bans}.`;
}

function article(word: string): string {
  return /^[aeiou]/.test(word) ? "an" : "a";
}

function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
