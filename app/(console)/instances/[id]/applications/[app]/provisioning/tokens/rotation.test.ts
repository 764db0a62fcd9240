import { expect, test } from "vitest";
import type { TokenStatus } from "@/lib/directory/tokens/token";
import type { TokenUsage } from "@/lib/directory/tokens/usage/read-token-usage";
import { rotationAdvice } from "./rotation";

const NOW = new Date("2026-06-01T12:00:00Z");
const MINUTE = 60_000;
const DAY = 86_400_000;

interface Given {
  readonly status?: TokenStatus;
  readonly enabled?: boolean;
  /** Minutes since its last use. */
  readonly used?: number;
  readonly warning?: TokenUsage["warning"];
}

function usage(lastFour: string, { status = "enabled", used, warning, ...given }: Given): TokenUsage {
  const at = used === undefined ? undefined : new Date(NOW.getTime() - used * MINUTE);
  return {
    token: {
      id: `token_${lastFour}`,
      lastFour,
      enabled: given.enabled ?? status === "enabled",
      createdAt: NOW,
      expiresAt: new Date(NOW.getTime() + (status === "expired" ? -DAY : 90 * DAY)),
      lastUsed: at && { at, address: "192.0.2.7", userAgent: undefined },
    },
    status,
    daysLeft: 90,
    warning,
    calls: 0,
    share: 0,
  };
}

test.each<[string, Given, Given | undefined, string | undefined]>([
  ["one token with time left", {}, undefined, undefined],
  ["one token near its end", { warning: 14 }, undefined, "Next: add a second bearer token"],
  ["one expired token", { status: "expired", warning: 0 }, undefined, "Next: add a bearer token"],
  ["the new one unused", { used: 1 }, {}, "Next: give …new to the client"],
  ["both in use", { used: 5 }, { used: 1 }, "Next: wait until …old is silent"],
  ["the old one silent for an hour", { used: 61 }, { used: 1 }, "Next: disable …old"],
  ["the old one never used", {}, { used: 1 }, "Next: disable …old"],
  ["the old one disabled", { status: "disabled", used: 90 }, { used: 1 }, "Next: delete …old"],
  ["the old one disabled too early", { status: "disabled", used: 2 }, {}, "Next: give …new to the client"],
  ["the old one expired, enabled", { status: "expired", enabled: true }, {}, "Next: disable and delete …old"],
  ["the old one expired, disabled", { status: "expired", enabled: false }, {}, "Next: delete …old"],
  ["the new one disabled", { used: 1 }, { status: "disabled" }, "Next: delete …new"],
  ["none that works", { status: "disabled" }, { status: "expired" }, "Next: enable …old"],
  ["both expired", { status: "expired" }, { status: "expired" }, "Next: make room for a new token"],
])("%s", (_, old, young, title) => {
  const tokens = [usage("old", old), ...(young ? [usage("new", young)] : [])];
  expect(rotationAdvice(tokens, NOW)?.title).toBe(title);
});

test("without a token there is nothing to rotate", () => {
  expect(rotationAdvice([], NOW)).toBeUndefined();
});

test("where the old token is still used is said, so that its client can be found", () => {
  const advice = rotationAdvice([usage("old", { used: 5 }), usage("new", { used: 1 })], NOW);
  expect(advice?.body).toContain("5 minutes ago from 192.0.2.7");
});
