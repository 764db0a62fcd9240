import { badRequest, type ScimError } from "../error";
import { isJsonObject, type JsonObject } from "../json";
import { quote } from "../path";

/** protocol.md, "Messages": objects and arrays open at once. */
const MOST_NESTED = 32;

// protocol.md, "Messages". Compared in lower case, as every attribute name is.
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * The body of a request as a JSON object, free of what could mean two things to two readers:
 * keys given twice (in whatever case), keys that reach for a prototype, NUL characters, lone
 * surrogates, nesting without end. A byte order mark is tolerated (RFC 8259 §8.1).
 * @throws ScimError 400 invalidSyntax, never quoting a value: it could be a password
 */
export function parseJsonBody(bytes: Uint8Array | string): JsonObject {
  const text = typeof bytes === "string" ? bytes.replace(/^\uFEFF/, "") : decoded(bytes);
  if (text.trim() === "") throw invalid("The request has no body; a JSON object is expected.");
  const value = parsed(text);
  if (!isJsonObject(value)) throw invalid("The body is JSON, but not an object.");
  checkTokens(text);
  return value;
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw invalid("The body is not valid UTF-8.");
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // The engine's message quotes the body; of it only the position is taken.
    const [, position] = /at position (\d+)/.exec(String(error)) ?? [];
    throw invalid(`The body is not valid JSON${position ? ` (at character ${position})` : ""}.`);
  }
}

/** The names of an open object, in lower case; undefined stands for an array. */
type Container = Set<string> | undefined;

/** One pass over the tokens of text that JSON.parse has accepted. */
function checkTokens(text: string): void {
  const open: Container[] = [];
  let keyExpected = false;
  for (let at = 0; at < text.length; at++) {
    switch (text[at]) {
      case "{":
      case "[":
        if (open.length === MOST_NESTED) throw invalid(`The body is nested more than ${MOST_NESTED} deep.`);
        keyExpected = text[at] === "{";
        open.push(keyExpected ? new Set() : undefined);
        break;
      case "}":
      case "]":
        open.pop();
        break;
      case ",":
        keyExpected = open.at(-1) !== undefined;
        break;
      case '"': {
        const end = endOfString(text, at);
        const content = stringContent(text, at, end);
        checkCharacters(content, keyExpected);
        if (keyExpected) checkKey(content, open.at(-1));
        keyExpected = false;
        at = end;
      }
    }
  }
}

/** The index of the closing quote of the string that opens at `start`. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at;
}

function stringContent(text: string, start: number, end: number): string {
  const raw = text.slice(start + 1, end);
  return raw.includes("\\") ? String(JSON.parse(`"${raw}"`)) : raw;
}

// PostgreSQL keeps neither in a text, and no real value has one.
function checkCharacters(content: string, isKey: boolean): void {
  const where = isKey ? `The key ${quote(content)}` : "A text in the body";
  if (content.includes("\0")) throw invalid(`${where} holds a NUL character.`);
  if (LONE_SURROGATE.test(content)) throw invalid(`${where} holds half of a surrogate pair.`);
}

function checkKey(key: string, names: Container): void {
  const name = key.toLowerCase();
  if (FORBIDDEN_KEYS.has(name)) throw invalid(`The key ${quote(key)} is not allowed.`);
  if (names?.has(name)) {
    throw invalid(
      `The key ${quote(key)} appears twice in one object; names that differ only in case are one.`,
    );
  }
  names?.add(name);
}

function invalid(detail: string): ScimError {
  return badRequest("invalidSyntax", detail);
}
