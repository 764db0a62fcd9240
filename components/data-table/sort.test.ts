import { expect, test } from "vitest";
import { nextSort, parseSort } from "./sort";

test.each([
  [undefined, "name", "name"],
  ["name", "name", "-name"],
  ["-name", "name", "name"],
  ["-created", "name", "name"],
])("sorted by %s, the header %s asks for %s", (current, column, next) => {
  expect(nextSort(current === undefined ? undefined : parseSort(current), column)).toBe(next);
});
