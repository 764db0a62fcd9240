import { isJsonObject, type JsonObject, type JsonValue } from "@/lib/scim/json";

/** Names and texts that the answers of a replay gave, and that later steps use as {{name}}. */
export type Variables = Map<string, string>;

/** What a matcher object may hold; an object with any other key is matched as an object. */
interface Matcher {
  readonly $absent?: JsonValue;
  readonly $capture?: JsonValue;
  readonly $not?: JsonValue;
  readonly $matches?: JsonValue;
  readonly $unordered?: JsonValue;
  readonly $atLeast?: JsonValue;
}

const MATCHERS: ReadonlySet<string> = new Set([
  "$absent",
  "$capture",
  "$not",
  "$matches",
  "$unordered",
  "$atLeast",
] satisfies (keyof Matcher)[]);

/** An answer differs from what the exchange expects; `path` says where, as in `Resources[0].id`. */
export class Mismatch extends Error {
  override readonly name = "Mismatch";
  readonly path: string;

  constructor(path: string, expected: unknown, got: unknown) {
    super(
      `${path === "" ? "body" : path}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(got) ?? "nothing"}`,
    );
    this.path = path;
  }
}

/**
 * Compares an answer with what an exchange expects of it. Objects are matched in the keys
 * that are expected, arrays element by element and in length, all else exactly. In place
 * of a value may stand `{"$absent": true}`; `{"$capture": "name"}`, any value, kept under
 * the name; `{"$not": value}`; `{"$matches": "regular expression"}`; `{"$atLeast": number}`;
 * `{"$unordered": […]}`, the elements in any order; or several of these together.
 *
 * @param got undefined where the answer has nothing
 * @throws Mismatch
 */
export function match(
  expected: JsonValue,
  got: JsonValue | undefined,
  at: string,
  variables: Variables,
): void {
  if (isMatcher(expected)) {
    matchMatcher(expected, got, at, variables);
  } else if (Array.isArray(expected)) {
    matchArray(expected, got, at, variables);
  } else if (isJsonObject(expected)) {
    matchObject(expected, got, at, variables);
  } else {
    const wanted = typeof expected === "string" ? fill(expected, variables) : expected;
    if (got !== wanted) throw new Mismatch(at, wanted, got);
  }
}

/**
 * The text with each {{name}} replaced by what the variables hold.
 * @throws Error naming a variable that no step before has captured
 */
export function fill(text: string, variables: Variables): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = variables.get(name);
    if (value === undefined) throw new Error(`Nothing has given {{${name}}} a value.`);
    return value;
  });
}

/** A JSON value with the variables filled into its texts and keys. */
export function fillValue(value: JsonValue, variables: Variables): JsonValue {
  if (typeof value === "string") return fill(value, variables);
  if (Array.isArray(value)) return value.map((element: JsonValue) => fillValue(element, variables));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [fill(key, variables), fillValue(inner, variables)]),
  );
}

function isMatcher(expected: JsonValue): expected is JsonValue & Matcher {
  if (!isJsonObject(expected)) return false;
  const keys = Object.keys(expected);
  // `$ref` is an attribute of SCIM, no matcher.
  return keys.length > 0 && keys.every((key) => MATCHERS.has(key));
}

function matchMatcher(matcher: Matcher, got: JsonValue | undefined, at: string, variables: Variables): void {
  if (matcher.$absent !== undefined) {
    if (got !== undefined) throw new Mismatch(at, "nothing", got);
    return;
  }
  if (got === undefined || got === null) throw new Mismatch(at, matcher, got);
  if (matcher.$not !== undefined) {
    const unwanted = fillValue(matcher.$not, variables);
    if (JSON.stringify(got) === JSON.stringify(unwanted)) throw new Mismatch(at, { $not: unwanted }, got);
  }
  if (typeof matcher.$matches === "string" && !new RegExp(matcher.$matches, "u").test(String(got))) {
    throw new Mismatch(at, matcher, got);
  }
  if (typeof matcher.$atLeast === "number" && !(typeof got === "number" && got >= matcher.$atLeast)) {
    throw new Mismatch(at, matcher, got);
  }
  if (Array.isArray(matcher.$unordered)) matchUnordered(matcher.$unordered, got, at, variables);
  if (typeof matcher.$capture === "string") variables.set(matcher.$capture, String(got));
}

function matchObject(
  expected: JsonObject,
  got: JsonValue | undefined,
  at: string,
  variables: Variables,
): void {
  if (!isJsonObject(got)) throw new Mismatch(at, expected, got);
  for (const [key, value] of Object.entries(expected)) {
    const name = fill(key, variables);
    match(value, got[name], at === "" ? name : `${at}.${name}`, variables);
  }
}

function matchArray(
  expected: readonly JsonValue[],
  got: JsonValue | undefined,
  at: string,
  variables: Variables,
): void {
  if (!Array.isArray(got) || got.length !== expected.length) throw new Mismatch(at, expected, got);
  for (const [index, element] of expected.entries()) match(element, got[index], `${at}[${index}]`, variables);
}

function matchUnordered(
  expected: readonly JsonValue[],
  got: JsonValue,
  at: string,
  variables: Variables,
): void {
  const wanted = fillValue(expected, variables);
  if (!Array.isArray(got) || got.length !== expected.length) throw new Mismatch(at, wanted, got);
  const left: JsonValue[] = [...got];
  for (const element of expected) {
    const found = left.findIndex((candidate) => matches(element, candidate, variables));
    if (found < 0) throw new Mismatch(at, wanted, got);
    left.splice(found, 1);
  }
}

/** Whether it matches; what it captures is kept only if it does. */
function matches(expected: JsonValue, got: JsonValue, variables: Variables): boolean {
  const captured: Variables = new Map(variables);
  try {
    match(expected, got, "", captured);
  } catch (error) {
    if (error instanceof Mismatch) return false;
    throw error;
  }
  for (const [name, value] of captured) variables.set(name, value);
  return true;
}
