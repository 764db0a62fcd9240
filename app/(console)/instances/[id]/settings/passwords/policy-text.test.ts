import { expect, test } from "vitest";
import { policyText } from "./policy-text";

test.each([
  ["unrestricted", "At least 4 characters."],
  ["simple", "At least 6 characters, with a lower-case letter and a digit."],
  [
    "recommended",
    "At least 10 characters, with an upper-case letter, a lower-case letter, a digit, and a special character. Must not contain the username.",
  ],
] as const)("%s reads “%s”", (policy, text) => {
  expect(policyText(policy)).toBe(text);
});
