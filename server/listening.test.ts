import { expect, test } from "vitest";
import { readyLine, readyUrl } from "./listening";

test("the ready line is found among other output, and its URL read back", () => {
  const url = "http://[::1]:3000";
  expect(readyUrl(`▸ something\n${readyLine(url)}\nmore\n`)).toBe(url);
});

test("output without the line is not ready", () => {
  expect(readyUrl("Open IDaaS starts\n")).toBeUndefined();
});
