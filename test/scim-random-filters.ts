import fc from "fast-check";
import { DEFAULT_NAMESPACE, ENTERPRISE_USER_SCHEMA } from "@/lib/scim/urn";
import { INSTANTS, NUMBERS, text } from "./scim-random-accounts";

const EQUALITY = ["eq", "ne"] as const;
const ORDER = [...EQUALITY, "gt", "ge", "lt", "le"] as const;
const TEXT = [...ORDER, "co", "sw", "ew"] as const;

type Kind = "text" | "truth" | "number" | "instant";
type Names = Readonly<Partial<Record<Kind, readonly string[]>>>;

const C = DEFAULT_NAMESPACE;

/** By kind, what a filter may name: columns, elements, what is not stored and what nobody knows. */
const PATHS: Names = {
  text: [
    "userName",
    "displayName",
    "externalId",
    "id",
    "phoneRegion",
    "emails",
    "emails.value",
    "emails.type",
    "phoneNumbers",
    "phoneNumbers.type",
    "groups",
    "groups.value",
    "groups.display",
    "groups.$ref",
    "groups.type",
    `${C}:costcenter`,
    `${C}:skills`,
    `${C}:skills.value`,
    `${ENTERPRISE_USER_SCHEMA}:organizationId`,
    "urn:ietf:params:scim:schemas:core:2.0:User:userName",
    "meta.resourceType",
    "meta.version",
    "meta.location",
    "title",
    "name.familyName",
    "nosuch",
    `${C}:nosuch`,
    'emails[type eq "work"].value',
    'emails[type ne "work"].value',
    "phoneNumbers[primary eq true].value",
    'groups[display sw "O"].value',
    'groups[value eq "group_a"].display',
  ],
  truth: ["active", "emails.primary", "phoneNumbers.primary", `${C}:remote`, 'emails[value co "a"].primary'],
  number: [`${C}:level`],
  instant: ["meta.created", "meta.lastModified", `${C}:hiredat`],
};

/** What may stand in front of brackets, and within. */
const ELEMENTS: readonly (readonly [outer: string, inner: Names])[] = [
  ["emails", { text: ["value", "type", "nosuch"], truth: ["primary"] }],
  ["phoneNumbers", { text: ["value", "type"], truth: ["primary"] }],
  ["groups", { text: ["value", "display", "type", "$ref"] }],
  [`${C}:skills`, { text: ["value"] }],
  ["meta", { text: ["resourceType", "version", "location"], instant: ["created", "lastModified"] }],
  ["addresses", { text: ["locality", "type"] }],
];

const anyCase = (word: string) => fc.constantFrom(word, word.toUpperCase(), word.toLowerCase());

/** A JSON string, plain or in escapes. */
const literal = (value: string) =>
  fc.constantFrom(
    JSON.stringify(value),
    `"${Array.from({ length: value.length }, (_, at) => `\\u${value.charCodeAt(at).toString(16).padStart(4, "0")}`).join("")}"`,
  );

/** @param known texts that the accounts hold: whole, in part, or in another case */
function literals(known: readonly string[]): Readonly<Record<Kind, fc.Arbitrary<string>>> {
  const part = fc
    .tuple(fc.constantFrom(...known), fc.nat(5), fc.nat(5))
    .map(([value, start, length]) => [...value].slice(start, start + length).join(""));
  const whole = fc
    .constantFrom(...known)
    .chain((value) =>
      fc.constantFrom(value, value.toUpperCase(), value.toLowerCase(), value.normalize("NFD")),
    );
  return {
    text: fc.oneof(whole, part, text).chain(literal),
    truth: fc.constantFrom("true", "false", "TRUE", '"False"', '"true"'),
    number: fc.constantFrom(...NUMBERS.map(String), "1E0", "-0", "1e-7"),
    instant: fc.constantFrom(...INSTANTS).chain(literal),
  };
}

const OPERATORS: Readonly<Record<Kind, readonly string[]>> = {
  text: TEXT,
  truth: EQUALITY,
  number: ORDER,
  instant: ORDER,
};

/** Filters as text, over every operator, path and form that the grammar has. */
export function filterArbitrary(known: readonly string[]): fc.Arbitrary<string> {
  const literalOf = literals(known);
  const expression = (names: Names): fc.Arbitrary<string> => {
    const kinds = (["text", "truth", "number", "instant"] as const).filter(
      (kind) => names[kind] !== undefined,
    );
    return fc.oneof(
      ...kinds.map((kind) => {
        const name = fc.constantFrom(...(names[kind] ?? [])).chain(pathInAnyCase);
        const operator = fc.constantFrom(...OPERATORS[kind]).chain(anyCase);
        const compared = fc.tuple(name, operator, literalOf[kind]).map((words) => words.join(" "));
        const against = fc
          .tuple(name, fc.constantFrom("eq null", "ne null", "pr", "PR"))
          .map((words) => words.join(" "));
        return {
          weight: names[kind]?.length ?? 1,
          arbitrary: fc.oneof({ weight: 4, arbitrary: compared }, against),
        };
      }),
    );
  };
  const element = fc
    .constantFrom(...ELEMENTS)
    .chain(([outer, inner]) => combined(expression(inner), 2).map((filter) => `${outer}[${filter}]`));
  return combined(fc.oneof({ weight: 4, arbitrary: expression(PATHS) }, element), 4).filter(
    (filter) => [...filter].length <= 2048,
  );
}

// Brackets hold values, whose case may matter.
function pathInAnyCase(path: string): fc.Arbitrary<string> {
  return path.includes("[") ? fc.constant(path) : anyCase(path);
}

function combined(leaf: fc.Arbitrary<string>, maxDepth: number): fc.Arbitrary<string> {
  return fc.letrec<{ filter: string }>((tie) => ({
    filter: fc.oneof(
      { maxDepth, depthSize: "small" },
      leaf,
      tie("filter").map((filter) => `not (${filter})`),
      tie("filter").map((filter) => `(${filter})`),
      fc
        .tuple(tie("filter"), fc.constantFrom("and", "or", "AND", "Or"), tie("filter"))
        .map((words) => words.join(" ")),
    ),
  })).filter;
}
