import fc from "fast-check";
import { expect, test } from "vitest";
import { parseJsonBody } from "./json";

const refusal = (detail: RegExp) =>
  expect.objectContaining({ status: 400, scimType: "invalidSyntax", message: expect.stringMatching(detail) });

const nested = (depth: number) => `{"a":${"[".repeat(depth - 1)}${"]".repeat(depth - 1)}}`;

test.each([
  ["{}", {}],
  ['\uFEFF{"a":1}', { a: 1 }],
  [' \r\n\t{"a":[{"a":1},{"a":2}]} ', { a: [{ a: 1 }, { a: 2 }] }],
  ['{"a":{"b":1},"b":{"a":1}}', { a: { b: 1 }, b: { a: 1 } }],
  ['{"a":"a","b":"A","c":["a","a"]}', { a: "a", b: "A", c: ["a", "a"] }],
  ['{"a":"{\\"b\\":1,\\"b\\":2}"}', { a: '{"b":1,"b":2}' }],
  ['{"a":"\\\\","b":"\\\\\\""}', { a: "\\", b: '\\"' }],
  ['{"a":"__proto__","b":"constructor"}', { a: "__proto__", b: "constructor" }],
  ['{"a":"\\ud83d\\ude00","b":"😀"}', { a: "😀", b: "😀" }],
  ['{"a":"\\\\u0000"}', { a: "\\u0000" }],
  ['{"":1}', { "": 1 }],
])("%j is read", (text, value) => {
  expect(parseJsonBody(text)).toEqual(value);
  expect(parseJsonBody(new TextEncoder().encode(text))).toEqual(value);
});

test("32 levels are read, 33 are not", () => {
  expect(parseJsonBody(nested(32))).toHaveProperty("a");
  expect(() => parseJsonBody(nested(33))).toThrow(refusal(/32 deep/));
});

test.each([
  ["", /no body/],
  [" \n", /no body/],
  ["\uFEFF", /no body/],
  ["null", /not an object/],
  ["[]", /not an object/],
  ['"a"', /not an object/],
  ["1", /not an object/],
  ["{", /not valid JSON/],
  ["{'a':1}", /not valid JSON/],
  ['{"a":1,}', /not valid JSON/],
  ['{"a":NaN}', /not valid JSON/],
  ['{"a":1}{"b":2}', /not valid JSON/],
  ['{"a":"\n"}', /not valid JSON/],
  ['{"a":"\0"}', /not valid JSON/],
  ['{"__proto__":{}}', /"__proto__" is not allowed/],
  ['{"\\u005f_proto__":{}}', /"__proto__" is not allowed/],
  ['{"a":[{"b":{"constructor":1}}]}', /"constructor" is not allowed/],
  ['{"Prototype":1}', /"Prototype" is not allowed/],
  ['{"a":1,"a":1}', /"a" appears twice/],
  ['{"userName":1,"b":{},"USERNAME":1}', /"USERNAME" appears twice/],
  ['{"a":1,"\\u0061":1}', /"a" appears twice/],
  ['{"a":[1,{"x":[],"X":[]}]}', /"X" appears twice/],
  ['{"a":"\\u0000"}', /A text .* NUL/],
  ['{"a":["\\u0000"]}', /A text .* NUL/],
  ['{"\\u0000":1}', /The key .* NUL/],
  ['{"a":"\\ud800"}', /surrogate/],
  ['{"a":"\\udc00\\ud800"}', /surrogate/],
  ['{"a\\udfff":1}', /surrogate/],
  ['{"a":"\ud800"}', /surrogate/],
  [`{"a":${"[".repeat(100_000)}${"]".repeat(100_000)}}`, /32 deep/],
  [`${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}`, /32 deep/],
])("case %#: a body is refused", (text, detail) => {
  expect(() => parseJsonBody(text)).toThrow(refusal(detail));
});

test.each([
  [[0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]],
  [[0x7b, 0x22, 0xc0, 0xaf, 0x22, 0x3a, 0x31, 0x7d]],
  [[0x7b, 0x22, 0xed, 0xa0, 0x80, 0x22, 0x3a, 0x31, 0x7d]],
])("bytes that are not UTF-8 are refused", (bytes) => {
  expect(() => parseJsonBody(Uint8Array.from(bytes))).toThrow(refusal(/UTF-8/));
});

test("an error never quotes a value", () => {
  expect(() => parseJsonBody('{"password":hunter2}')).toThrow(refusal(/^((?!hunter2).)*$/));
  expect(() => parseJsonBody('{"password":"hunter2\\u0000"}')).toThrow(refusal(/^((?!hunter2).)*$/));
});

test("what JSON can say once is read as JSON.parse reads it", () => {
  const key = fc
    .string({ unit: "grapheme" })
    .filter((name) => !/__proto__|constructor|prototype|\0/i.test(name));
  const leaf = fc.oneof(fc.integer(), fc.boolean(), fc.constant(null), key);
  const keys = { selector: ([name]: [string, unknown]) => name.toLowerCase() };
  const objectOf = (value: fc.Arbitrary<unknown>) =>
    fc
      .uniqueArray(fc.tuple(key, value), { ...keys, maxLength: 5 })
      .map((entries) => Object.fromEntries(entries));
  fc.assert(
    fc.property(objectOf(fc.oneof(leaf, fc.array(leaf), objectOf(leaf))), (value) => {
      expect(parseJsonBody(JSON.stringify(value, null, 1))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
