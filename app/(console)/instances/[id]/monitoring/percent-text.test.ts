import { expect, test } from "vitest";
import { percentText } from "./percent-text";

test.each([
  [0, 0, "0%"],
  [0, 10, "0%"],
  [1, 100_000, "<0.1%"],
  [1, 8, "12.5%"],
  [99_999, 100_000, ">99.9%"],
  [5, 5, "100%"],
])("%i of %i is %s", (part, whole, text) => {
  expect(percentText(part, whole)).toBe(text);
});
