import { expect, test } from "vitest";
import { relativeTimeText } from "./relative-time-text";

const NOW = Date.parse("2026-03-01T12:00:00Z");

test.each([
  ["2026-03-01T11:59:31Z", "just now"],
  ["2026-03-01T12:00:10Z", "in less than a minute"],
  ["2026-03-01T11:57:00Z", "3 minutes ago"],
  ["2026-03-01T10:00:01Z", "1 hour ago"],
  ["2026-02-28T12:00:00Z", "yesterday"],
  ["2026-03-15T12:00:00Z", "in 14 days"],
  ["2025-02-01T12:00:00Z", "last year"],
])("%s is read as %s", (date, text) => {
  expect(relativeTimeText(new Date(date), NOW)).toBe(text);
});
