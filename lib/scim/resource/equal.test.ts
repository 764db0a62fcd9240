import { expect, test } from "vitest";
import type { JsonValue } from "../json";
import { sameValue } from "./equal";

test.each<[JsonValue | undefined, JsonValue | undefined, boolean]>([
  [{ a: 1, b: [{ c: 2, d: 3 }] }, { b: [{ d: 3, c: 2 }], a: 1 }, true],
  [undefined, undefined, true],
  [undefined, null, false],
  [[1, 2], [2, 1], false],
  [[1], [1, 1], false],
  [{ a: 1 }, { a: 1, b: 1 }, false],
  [{ a: 1 }, { b: 1 }, false],
  [{}, [], false],
  [{ toString: 1 }, { a: 1 }, false],
  ["1", 1, false],
])("%j and %j: %s", (a, b, same) => {
  expect(sameValue(a, b)).toBe(same);
  expect(sameValue(b, a)).toBe(same);
});
