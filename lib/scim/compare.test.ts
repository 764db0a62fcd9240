import * as fc from "fast-check";
import { expect, test } from "vitest";
import { compareCodePoints, foldCase } from "./compare";

const texts = fc.string({ unit: "grapheme" });

test.each([
  ["BJensen", "bjensen"],
  ["CÄCILIE", "ca\u0308cilie"],
  ["ΟΔΥΣΣΕΥΣ", "οδυσσευσ"],
  ["ΟΔΥΣΣΕΥΣ", "οδυσσευς"],
  ["ÅNGSTRÖM", "\u212bngström"],
])("%j and %j are the same whatever the case", (a, b) => {
  expect(foldCase(a)).toBe(foldCase(b));
});

test.each([
  ["a", "ä"],
  ["ß", "ss"],
  ["fi", "ﬁ"],
])("%j and %j stay different", (a, b) => {
  expect(foldCase(a)).not.toBe(foldCase(b));
});

test("folding is idempotent and does not see how a character was composed", () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(foldCase(foldCase(text))).toBe(foldCase(text));
      expect(foldCase(text.normalize("NFD"))).toBe(foldCase(text.normalize("NFC")));
    }),
  );
});

test("the order is that of the UTF-8 bytes, as in PostgreSQL's C collation", () => {
  const edges = fc.string({ unit: fc.constantFrom("a", "b", "ä", "\uffee", "\ue000", "ﬁ", "😀", "😁", "𐀀") });
  const anything = fc.string({ unit: "binary" });
  fc.assert(
    fc.property(fc.oneof(fc.tuple(edges, edges), fc.tuple(anything, anything)), ([a, b]) => {
      expect(Math.sign(compareCodePoints(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
    }),
    { numRuns: 1000 },
  );
});
