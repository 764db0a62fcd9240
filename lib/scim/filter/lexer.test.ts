import { expect, test } from "vitest";
import { ScimError } from "../error";
import { lex } from "./lexer";

function refusal(text: string): ScimError | undefined {
  try {
    lex(text);
    return undefined;
  } catch (error) {
    if (error instanceof ScimError) return error;
    throw error;
  }
}

test("words, brackets and literals, with their places", () => {
  expect(lex('emails[type eq "work"].value ne -1.5e2')).toEqual([
    { kind: "word", text: "emails", at: 0 },
    { kind: "[", at: 6 },
    { kind: "word", text: "type", at: 7 },
    { kind: "word", text: "eq", at: 12 },
    { kind: "literal", value: "work", at: 15 },
    { kind: "]", at: 21 },
    { kind: "word", text: ".value", at: 22 },
    { kind: "word", text: "ne", at: 29 },
    { kind: "literal", value: -150, at: 32 },
    { kind: "end", at: 38 },
  ]);
});

test.each([
  ['"a\\"b\\\\c\\/d"', 'a"b\\c/d'],
  ['"\\b\\f\\n\\r\\t"', "\b\f\n\r\t"],
  ['"\\u00e4\\ud83d\\ude00"', "ä😀"],
  ['"😀 ä"', "😀 ä"],
  ['""', ""],
  ['"a b(c)[d] and"', "a b(c)[d] and"],
  ["0", 0],
  ["-7", -7],
  ["1E+2", 100],
])("%s is one literal", (text, value) => {
  expect(lex(text)).toEqual([
    { kind: "literal", value, at: 0 },
    { kind: "end", at: text.length },
  ]);
});

const LONG = 10_000;

test.each([
  ["10,000 backslashes", "\\".repeat(LONG)],
  ["10,000 backslashes in an open string", `"${"\\".repeat(LONG)}`],
  ["10,001 backslashes before the quote", `"${"\\".repeat(LONG + 1)}"`],
  ["an odd number of quotes", '"'.repeat(LONG + 1)],
  ["an open string", 'userName eq "bjensen'],
  ["an escape that JSON lacks", '"\\x41"'],
  ["a short unicode escape", '"\\u12"'],
  ["a line break in a string", '"a\nb"'],
  ["a control character in a string", '"\u0001"'],
  ["an escaped NUL", '"\\u0000"'],
  ["a NUL in a string", '"\0"'],
  ["a NUL", "userName\0 pr"],
  ["half a surrogate pair in a string", '"\ud83d"'],
  ["half a surrogate pair, escaped", '"\\ude00"'],
  ["half a surrogate pair", "\ud83d pr"],
  ["single quotes", "userName eq 'x'"],
  ["a number with a leading zero", "01"],
  ["a number without digits", "-"],
  ["a number cut short", "1."],
  ["a number beyond range", "1e999"],
  ["a word that begins with a digit", "2nd"],
  ["an operator of another language", "a == 1"],
  ["a space that is not a space", "userName\u00a0pr"],
])("%s is refused as invalidFilter", (_, text) => {
  expect(refusal(text)).toMatchObject({ status: 400, scimType: "invalidFilter" });
});

test("an error never repeats a value", () => {
  expect(refusal('password eq "hunter2\\x"')?.message).not.toContain("hunter2");
});
