import { expect, test } from "vitest";
import { checkPassword, failedPasswordRules, type PolicyName } from "./password-policy";

const owner = {
  username: "bjensen",
  displayName: "Babs Jensen",
  phoneNumber: "13800138000",
  email: "babs.j@example.com",
};

test.each<[PolicyName, string, number]>([
  ["unrestricted", "abcd", 0],
  ["unrestricted", "abc", 1],
  ["simple", "abcde1", 0],
  ["simple", "ABCDEF", 2],
  ["simple", "a1", 1],
  ["common", "Abcdefg1", 0],
  ["common", "abcdefg1", 1],
  ["common", "Abc1", 1],
  ["recommended", "Correct-h0rse", 0],
  ["recommended", "Correcthorse0", 1],
  ["recommended", "short", 4],
  ["recommended", "BJensen-2026!x", 1],
  ["complex", "Correct-h0rse-battery", 0],
  ["complex", "Correct-h0rse", 1],
  ["complex", "x-BABS JENSEN-1-abcdef", 1],
  ["complex", "Abcdef-13800138000!", 1],
  ["complex", "Abcdefgh-babs.j-1234", 1],
])("policy %s: %j fails %i rules", (policy, password, failures) => {
  expect(failedPasswordRules(password, policy, owner)).toHaveLength(failures);
});

test("the error lists each rule that failed and never the password", () => {
  const refuse = () => checkPassword("hunter", "recommended", owner);
  expect(refuse).toThrow(/at least 10 characters.*upper-case letter.*digit.*special character/);
  expect(refuse).not.toThrow(/hunter/);
});

test("an account without display name, phone and email can have any of the good passwords", () => {
  const bare = { username: "x", displayName: undefined, phoneNumber: undefined, email: undefined };
  expect(failedPasswordRules("Quite-l0ng-and-good", "complex", { ...bare, username: "zz" })).toEqual([]);
});
