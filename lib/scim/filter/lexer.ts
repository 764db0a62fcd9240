import { badRequest, type ScimError } from "../error";

/** `at` counts UTF-16 units from the start of the filter. */
export type Token =
  | { readonly kind: "(" | ")" | "[" | "]" | "end"; readonly at: number }
  /** An attribute path, an operator or a keyword. */
  | { readonly kind: "word"; readonly text: string; readonly at: number }
  | { readonly kind: "literal"; readonly value: string | number; readonly at: number };

const QUOTE = '"';
const BACKSLASH = "\\";
const WORD_CHARACTER = /[A-Za-z0-9_$.:+-]/;

/**
 * Cuts a filter (RFC 7644 §3.4.2.2) into tokens, the last of which is `end`. Reads each
 * character once, whatever it is given.
 * @throws ScimError 400 invalidFilter at a character, string or number that JSON and the grammar do not have.
 */
export function lex(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const character = text.charAt(at);
    if (isSpace(character)) {
      at += 1;
      continue;
    }
    const end = tokenEnd(text, at);
    tokens.push(token(text.slice(at, end), at));
    at = end;
  }
  tokens.push({ kind: "end", at });
  return tokens;
}

/** 400 invalidFilter, saying where (counted from 1, as people count). */
export function filterError(problem: string, at: number): ScimError {
  return badRequest("invalidFilter", `The filter is not understood at character ${at + 1}: ${problem}.`);
}

function isSpace(character: string): boolean {
  return character === " " || character === "\t" || character === "\n" || character === "\r";
}

function tokenEnd(text: string, start: number): number {
  const first = text.charAt(start);
  if (first === QUOTE) return stringEnd(text, start);
  if (!WORD_CHARACTER.test(first)) return start + 1;
  let end = start + 1;
  while (end < text.length && WORD_CHARACTER.test(text.charAt(end))) end += 1;
  return end;
}

/** The index after the closing quote. */
function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === QUOTE) return at + 1;
    if (character === BACKSLASH) at += 1;
  }
  throw filterError("this string has no closing quote", start);
}

function token(text: string, at: number): Token {
  const first = text.charAt(0);
  switch (first) {
    case "(":
    case ")":
    case "[":
    case "]":
      return { kind: first, at };
    case QUOTE:
      return { kind: "literal", value: stringValue(text, at), at };
  }
  if (first === "-" || (first >= "0" && first <= "9")) {
    return { kind: "literal", value: numberValue(text, at), at };
  }
  if (!WORD_CHARACTER.test(first)) throw filterError("this character cannot stand here", at);
  return { kind: "word", text, at };
}

// RFC 7644 §3.4.2.2: compValue is JSON, so JSON's own reader judges escapes and numbers.
function stringValue(text: string, at: number): string {
  const value = jsonValue(text);
  if (typeof value !== "string") {
    throw filterError("this string holds an escape or a character that JSON does not allow", at);
  }
  // PostgreSQL's text can hold neither, so no stored value could ever equal it.
  if (/[\0\p{Surrogate}]/u.test(value)) {
    throw filterError("this string holds a NUL or half a surrogate pair", at);
  }
  return value;
}

function numberValue(text: string, at: number): number {
  const value = jsonValue(text);
  if (typeof value !== "number" || !Number.isFinite(value)) throw filterError("this is not a number", at);
  return value;
}

function jsonValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
