import fc from "fast-check";
import type { JsonObject } from "@/lib/scim/json";
import { DEFAULT_NAMESPACE, ENTERPRISE_USER_SCHEMA } from "@/lib/scim/urn";
import { BASE } from "./scim-client";

// What pattern languages, quoting, folding, normalization and UTF-16 take for something else.
const PIECES = [
  "a",
  "A",
  "b",
  "B",
  "z",
  "0",
  "9",
  " ",
  "%",
  "_",
  "\\",
  '"',
  "'",
  "$1",
  "--",
  "[",
  "*",
  ".",
  "/",
  "\t",
  "é",
  "É",
  "e\u0301",
  "\u0301",
  "ß",
  "ẞ",
  "ss",
  "σ",
  "ς",
  "Σ",
  "İ",
  "ı",
  "ﬁ",
  "\u2126",
  "ω",
  "\u0130",
  "\ue000",
  "\uffee",
  "😀",
  "𝒜",
  "\u{10400}",
  "\u{10428}",
  "日",
  "א",
] as const;

/** Short texts of the pieces: short, so that one often holds or equals another. */
export const text: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 4 })
  .map((pieces) => pieces.join(""));

export const INSTANTS = [
  "2024-01-01T00:00:00Z",
  "2024-01-01T01:00:00+01:00",
  "2024-01-01T00:00:00.001Z",
  "2023-12-31T23:59:59.999-00:30",
  "2024-02-29T12:00:00.5Z",
  "0001-01-01T00:00:00Z",
  "9999-12-31T23:59:59.999Z",
  "1969-12-31T23:59:59Z",
] as const;

export const NUMBERS = [
  0, 1, -1, 2, 10, 1.5, -0.001, 1e-7, 1e21, 0.1, 0.30000000000000004, 9007199254740992,
] as const;

const OPTIONS = ["go", "Go", "rust", "sql"] as const;

const GROUPS = [
  { value: "group_a", display: "Ops" },
  { value: "group_b", display: "ops 100%" },
  { value: "group_c", display: "ΣΟΦΟΣ" },
].map((group) => ({ ...group, $ref: `${BASE}/Groups/${group.value}`, type: "direct" }));

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });

const values = fc.record({
  name: text,
  displayName: optional(text),
  externalId: optional(text),
  email: optional(text),
  phone: optional(fc.constantFrom("4155550100", "+1 (202) 555-0143", "0171-1234567")),
  region: optional(fc.constantFrom("1", "+1", "49")),
  active: fc.boolean(),
  organization: fc.constantFrom("ou_a", "ou_b", "OU_A"),
  costcenter: optional(text),
  level: optional(fc.constantFrom(...NUMBERS)),
  remote: optional(fc.boolean()),
  hiredat: optional(fc.constantFrom(...INSTANTS)),
  skills: optional(fc.uniqueArray(fc.constantFrom(...OPTIONS), { minLength: 1 })),
  groups: fc.subarray(GROUPS),
  version: fc.integer({ min: 1, max: 12 }),
  created: fc.constantFrom(...INSTANTS.slice(0, 5)),
  lastModified: fc.constantFrom(...INSTANTS.slice(0, 5)),
});

/** Accounts as canonical resources, with what is unique made so. */
export function sampleAccounts(count: number, seed: number): readonly JsonObject[] {
  return fc.sample(values, { numRuns: count, seed }).map((sample, index): JsonObject => {
    const id = `user_${index % 2 === 0 ? "a" : "A"}${index}`;
    const { email, phone, region, externalId } = sample;
    const { displayName, costcenter, level, remote, hiredat, skills } = sample;
    const custom = present({ costcenter, level, remote, hiredat, skills });
    return present({
      id,
      externalId: externalId === undefined ? undefined : `${externalId}${index}`,
      userName: index % 2 === 0 ? `${sample.name}${index}` : `${index}${sample.name}`,
      displayName,
      active: sample.active,
      emails: email === undefined ? undefined : [{ value: email, type: "work", primary: true }],
      phoneNumbers: phone === undefined ? undefined : [{ value: phone, type: "work", primary: true }],
      phoneRegion: phone === undefined ? undefined : region,
      groups: sample.groups.length === 0 ? undefined : sample.groups,
      [ENTERPRISE_USER_SCHEMA]: { organizationId: sample.organization },
      [DEFAULT_NAMESPACE]: Object.keys(custom).length === 0 ? undefined : custom,
      meta: {
        resourceType: "User",
        created: instant(sample.created),
        lastModified: instant(sample.lastModified),
        location: `${BASE}/Users/${id}`,
        version: `W/"${sample.version}"`,
      },
    });
  });
}

function instant(text: string): string {
  return new Date(text).toISOString();
}

function present(object: Readonly<Record<string, JsonObject[string] | undefined>>): JsonObject {
  const entries = Object.entries(object).flatMap(([name, value]): [string, JsonObject[string]][] =>
    value === undefined ? [] : [[name, value]],
  );
  return Object.fromEntries(entries);
}
