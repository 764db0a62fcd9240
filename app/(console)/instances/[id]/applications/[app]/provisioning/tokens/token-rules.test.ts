import { expect, test } from "vitest";
import type { Token } from "@/lib/directory/tokens/token";
import { addRefusal, tokenRefusals } from "./token-rules";

const NOW = new Date("2026-06-01T12:00:00Z");
const DAY = 86_400_000;

function token(id: string, enabled: boolean, daysLeft = 30): Token {
  return {
    id,
    lastFour: id,
    enabled,
    createdAt: NOW,
    expiresAt: new Date(NOW.getTime() + daysLeft * DAY),
    lastUsed: undefined,
  };
}

test.each<[string, Token, Token[], readonly string[]]>([
  ["the only token", token("a", true), [], ["disable", "delete"]],
  ["one of two that work", token("a", true), [token("b", true)], ["delete"]],
  ["the last enabled one", token("a", true), [token("b", false)], ["disable", "delete"]],
  ["enabled beside an expired one", token("a", true), [token("b", true, -1)], ["disable", "delete"]],
  ["a disabled one", token("a", false), [token("b", true)], []],
  ["an expired one beside a working one", token("a", true, -1), [token("b", true)], ["enable", "delete"]],
])("%s: what is refused is said before the click", (_, subject, others, expected) => {
  const refusals = tokenRefusals(subject, [subject, ...others], NOW);
  const refused = [
    refusals.enable !== undefined && "enable",
    refusals.disable !== undefined && "disable",
    refusals.delete !== undefined && "delete",
  ].filter(Boolean);
  expect(refused).toEqual(expected);
});

test("a third token is refused", () => {
  expect(addRefusal([token("a", true)])).toBeUndefined();
  expect(addRefusal([token("a", true), token("b", false)])).toContain("at most two");
});
