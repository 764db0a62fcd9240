import { expect, test } from "vitest";
import { listHref } from "./list-url";

test.each([
  ["sets a parameter", "", { q: "ann" }, "/list?q=ann"],
  ["keeps the others", "status=disabled", { q: "ann" }, "/list?status=disabled&q=ann"],
  ["takes one out", "q=ann&status=disabled", { q: undefined }, "/list?status=disabled"],
  ["takes out what is emptied", "q=ann", { q: "" }, "/list"],
  ["begins at the start again when the list changes", "page=4&after=x", { q: "ann" }, "/list?q=ann"],
  ["goes to another page of the same list", "q=ann&page=4", { page: "5" }, "/list?q=ann&page=5"],
])("%s", (_, current, change, href) => {
  expect(listHref("/list", new URLSearchParams(current), change)).toBe(href);
});
