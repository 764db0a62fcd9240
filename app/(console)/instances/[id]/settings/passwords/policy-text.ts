import { PASSWORD_POLICIES, type PolicyName } from "@/lib/directory/accounts/password-policy";

export const POLICY_NAMES = ["unrestricted", "simple", "common", "recommended", "complex"] as const;

export const POLICY_LABELS: Record<PolicyName, string> = {
  unrestricted: "Unrestricted",
  simple: "Simple",
  common: "Common",
  recommended: "Recommended",
  complex: "Complex",
};

const FORBIDDEN: Readonly<Record<string, string>> = {
  username: "the username",
  displayName: "the display name",
  phoneNumber: "the phone number",
  email: "the part of the email before the @",
};

const ALL = new Intl.ListFormat("en", { type: "conjunction" });
const ANY = new Intl.ListFormat("en", { type: "disjunction" });

/** The rules of a template in words: *At least 6 characters, with a lower-case letter and a digit.* */
export function policyText(policy: PolicyName): string {
  const { minimumLength, mustContain, mustNotContain } = PASSWORD_POLICIES[policy];
  const length = `At least ${minimumLength} characters`;
  const wanted = mustContain.map((kind) => `${kind.startsWith("upper") ? "an" : "a"} ${kind}`);
  const refused = mustNotContain.map((key) => FORBIDDEN[key] ?? key);
  const sentences = [wanted.length === 0 ? length : `${length}, with ${ALL.format(wanted)}`];
  if (refused.length > 0) sentences.push(`Must not contain ${ANY.format(refused)}`);
  return `${sentences.join(". ")}.`;
}
