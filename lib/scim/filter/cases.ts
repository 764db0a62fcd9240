import type { JsonObject } from "../json";
import type { ResourceType } from "../schema/attribute";
import { define } from "../schema/define";
import { basicUserType } from "../schema/registry";
import { DEFAULT_NAMESPACE, ENTERPRISE_USER_SCHEMA } from "../urn";

// One table for the meaning of filters and for every engine that answers them: match.ts
// here, SQL and HTTP in the integration tests.

const ENTERPRISE = ENTERPRISE_USER_SCHEMA;
const CUSTOM = DEFAULT_NAMESPACE;

/** `User` in the Basic set with an extended field of each kind. */
export const filterUserType: ResourceType = basicUserType({
  namespace: CUSTOM,
  fields: [
    define("costcenter", "string", "Cost center"),
    define("level", "decimal", "Level"),
    define("remote", "boolean", "Works remotely"),
    define("hiredat", "dateTime", "Hired at"),
    define("skills", "string", "Skills", {
      multiValued: true,
      caseExact: true,
      canonicalValues: ["go", "Go", "rust", "sql"],
    }),
  ],
});

function id(prefix: string, letter: string): string {
  return `${prefix}_${letter.repeat(26)}`;
}

function work(value: string): readonly JsonObject[] {
  return [{ value, type: "work", primary: true }];
}

interface Written {
  readonly letter: string;
  readonly created: string;
  readonly lastModified?: string;
  readonly version?: number;
  readonly organization: string;
  readonly custom?: JsonObject;
  readonly attributes: JsonObject;
}

function account(written: Written): JsonObject {
  const { letter, created, lastModified = created, version = 1, organization, custom, attributes } = written;
  return {
    id: id("user", letter),
    ...attributes,
    [ENTERPRISE]: { organizationId: id("ou", organization) },
    ...(custom && { [CUSTOM]: custom }),
    meta: { resourceType: "User", created, lastModified, version: `W/"${version}"` },
  };
}

/** Canonical resources; the case table calls each by the letter that its id repeats. */
export const filterAccounts: readonly JsonObject[] = [
  account({
    letter: "a",
    created: "2024-01-01T00:00:00.000Z",
    lastModified: "2024-06-01T12:00:00.250Z",
    version: 3,
    organization: "a",
    custom: {
      costcenter: "CC-100",
      level: 3,
      remote: true,
      hiredat: "2020-01-31T09:30:00Z",
      skills: ["go", "sql"],
    },
    attributes: {
      externalId: "00uA1",
      userName: "amara@example.com",
      displayName: "Amara Okafor",
      active: true,
      emails: work("amara@example.com"),
      phoneNumbers: work("4155550100"),
      phoneRegion: "1",
    },
  }),
  account({
    letter: "b",
    created: "2024-01-02T00:00:00.000Z",
    organization: "a",
    custom: {
      costcenter: "cc-200",
      level: 10,
      remote: false,
      hiredat: "2021-03-01T00:00:00+01:00",
      skills: ["sql"],
    },
    attributes: {
      externalId: "00ua1",
      userName: "BJensen",
      displayName: "Barbara Jensen",
      active: true,
      emails: work("Barbara.Jensen@Example.COM"),
      phoneNumbers: work("+1 202-555-0143"),
    },
  }),
  account({
    letter: "c",
    created: "2024-01-03T00:00:00.000Z",
    lastModified: "2024-07-01T00:00:00.000Z",
    version: 2,
    organization: "b",
    attributes: {
      userName: "cäcilie",
      displayName: "Cäcilie Groß",
      active: false,
      phoneNumbers: work("1771234567"),
      phoneRegion: "49",
    },
  }),
  account({
    letter: "d",
    created: "2024-01-04T00:00:00.000Z",
    organization: "b",
    custom: {
      costcenter: "100%_x",
      level: 0,
      remote: false,
      hiredat: "1999-12-31T23:59:59.999Z",
      skills: ["Go"],
    },
    attributes: {
      externalId: 'd"4',
      userName: "d_100%",
      displayName: 'Say "hi" \\o/',
      active: true,
      emails: work("d@other.example"),
    },
  }),
  account({
    letter: "e",
    created: "2024-01-05T00:00:00.000Z",
    organization: "b",
    custom: { level: -2.5, remote: true, skills: ["go", "rust", "sql"] },
    attributes: { externalId: "e-5", userName: "eli", displayName: "ELI", active: false },
  }),
  account({
    letter: "f",
    created: "2024-01-06T00:00:00.000Z",
    organization: "a",
    custom: { costcenter: "CC-100", level: 3, hiredat: "2020-01-31T10:30:00.000+01:00" },
    attributes: {
      userName: "😀fox",
      displayName: "fox",
      active: true,
      emails: work("fox@example.com"),
    },
  }),
  account({
    letter: "g",
    created: "2024-01-07T00:00:00.000Z",
    organization: "c",
    custom: { level: 1000, skills: ["rust"] },
    attributes: { externalId: "g", userName: "ﬁnn", displayName: "amara okafor", active: true },
  }),
  account({
    letter: "h",
    created: "2024-01-08T00:00:00.000Z",
    organization: "c",
    attributes: { userName: "ΟΔΥΣΣΕΥΣ", active: true },
  }),
];

/** A filter of the type filterUserType and the letters of the accounts that it selects. */
const TABLE: readonly (readonly [filter: string, letters: string])[] = [
  // Strings without case
  ['userName eq "bjensen"', "b"],
  ['userName eq "BJENSEN"', "b"],
  ['USERNAME EQ "BJensen"', "b"],
  ['userName eq "bjense"', ""],
  ['userName eq ""', ""],
  ['userName ne "bjensen"', "acdefgh"],
  ['userName co "EN"', "b"],
  ['userName co ""', "abcdefgh"],
  ['userName sw "BJ"', "b"],
  ['userName ew ".COM"', "a"],
  ['userName co "%"', "d"],
  ['userName co "_"', "d"],
  ['userName sw "d_1"', "d"],
  ['userName ew "00%"', "d"],
  ['userName sw "%"', ""],
  ['userName co "a_a"', ""],
  ['userName eq "CÄCILIE"', "c"],
  ['userName eq "ca\\u0308cilie"', "c"],
  ['userName eq "c\\u00e4cilie"', "c"],
  ['userName eq "cacilie"', ""],
  ['userName eq "οδυσσευσ"', "h"],
  ['userName ew "Σ"', "h"],
  ['userName co "σς"', "h"],
  ['userName eq "\\ud83d\\ude00FOX"', "f"],
  ['userName sw "😀"', "f"],
  ['userName gt "eli"', "fgh"],
  ['userName ge "ELI"', "efgh"],
  ['userName lt "bjensen"', "a"],
  ['userName le "BJENSEN"', "ab"],
  ['userName gt "ﬁnn"', "f"],
  ['userName lt "😀"', "abcdegh"],
  ["userName pr", "abcdefgh"],
  ["userName eq null", ""],
  ["userName ne null", "abcdefgh"],
  // Strings that may be absent
  ['displayName eq "AMARA OKAFOR"', "ag"],
  ['displayName ne "Amara Okafor"', "bcdefh"],
  ['not (displayName eq "Amara Okafor")', "bcdefh"],
  ["displayName pr", "abcdefg"],
  ["not (displayName pr)", "h"],
  ["displayName eq null", "h"],
  ["displayName ne null", "abcdefg"],
  ['displayName gt "a"', "abcdefg"],
  ['displayName lt "zzz"', "abcdefg"],
  ['displayName co "\\"hi\\""', "d"],
  ['displayName ew "\\\\o\\/"', "d"],
  ['displayName ew "GROß"', "c"],
  ['displayName co "\' or 1=1 --"', ""],
  // Strings with case
  ['externalId eq "00uA1"', "a"],
  ['externalId eq "00ua1"', "b"],
  ['externalId eq "00UA1"', ""],
  ['externalId sw "00u"', "ab"],
  ['externalId co "A"', "a"],
  ['externalId ew "\\"4"', "d"],
  ['externalId gt "00uA1"', "bdeg"],
  ['externalId ge "e-5"', "eg"],
  ['externalId lt "00ua1"', "a"],
  ["externalId pr", "abdeg"],
  ["externalId eq null", "cfh"],
  ['externalId ne "g"', "abcdefh"],
  [`id eq "${id("user", "c")}"`, "c"],
  [`id eq "${id("USER", "C")}"`, ""],
  [`id ne "${id("user", "c")}"`, "abdefgh"],
  [`id sw "user_c"`, "c"],
  [`id eq "${id("user", "a")}" or id eq "${id("user", "h")}"`, "ah"],
  // Booleans
  ["active eq true", "abdfgh"],
  ["active eq FALSE", "ce"],
  ['active eq "False"', "ce"],
  ['active eq "true"', "abdfgh"],
  ["active ne true", "ce"],
  ["active pr", "abcdefgh"],
  [`${CUSTOM}:remote eq true`, "ae"],
  [`${CUSTOM}:remote eq false`, "bd"],
  [`${CUSTOM}:remote ne true`, "bcdfgh"],
  [`${CUSTOM}:remote eq null`, "cfgh"],
  // One e-mail address, one phone number
  ['emails eq "AMARA@EXAMPLE.COM"', "a"],
  ['emails.value eq "barbara.jensen@example.com"', "b"],
  ['emails co "@example"', "abf"],
  ['emails ew "other.example"', "d"],
  ['emails ne "amara@example.com"', "bcdefgh"],
  ["emails pr", "abdf"],
  ["not (emails pr)", "cegh"],
  ["emails eq null", "cegh"],
  ["emails.value ne null", "abdf"],
  ['emails.type eq "WORK"', "abdf"],
  ["emails.primary eq true", "abdf"],
  ['emails[type eq "work"]', "abdf"],
  ['emails[type eq "home"]', ""],
  ['not (emails[type eq "work"])', "cegh"],
  ['emails[type eq "work" and value co "@Example.com"]', "abf"],
  ['emails[type eq "home" or value sw "d@"]', "d"],
  ['emails[not (value co "example.com")]', "d"],
  ['emails[value ne "d@other.example"]', "abf"],
  ["emails[display pr]", ""],
  ['emails[type eq "work"].value eq "fox@example.com"', "f"],
  ['EMAILS[TYPE EQ "Work"].VALUE EQ "FOX@example.com"', "f"],
  ['emails[type eq "work"].value ne "fox@example.com"', "abcdegh"],
  ['emails[type eq "work"].value pr', "abdf"],
  ['emails[type eq "work"].value eq null', "cegh"],
  ['emails.display eq "x"', ""],
  ['phoneNumbers eq "4155550100"', "a"],
  ['phoneNumbers.value sw "+1 "', "b"],
  ['phoneNumbers[type eq "work"].value ew "4567"', "c"],
  ["phoneNumbers[primary eq true and value pr]", "abc"],
  ['phoneRegion eq "49"', "c"],
  ["phoneRegion pr", "ac"],
  ['phoneRegion ne "49"', "abdefgh"],
  ['phoneRegion gt "1"', "c"],
  // Extensions
  [`${ENTERPRISE}:organizationId eq "${id("ou", "a")}"`, "abf"],
  [`${ENTERPRISE.toUpperCase()}:ORGANIZATIONID eq "${id("ou", "c")}"`, "gh"],
  [`${ENTERPRISE}:organizationId eq "${id("OU", "A")}"`, ""],
  [`${ENTERPRISE}:organizationId ne "${id("ou", "b")}"`, "abfgh"],
  [`${ENTERPRISE}:organizationId pr`, "abcdefgh"],
  [`organizationId eq "${id("ou", "a")}"`, ""],
  [`${CUSTOM}:costcenter eq "cc-100"`, "af"],
  [`${CUSTOM}:COSTCENTER eq "CC-200"`, "b"],
  [`${CUSTOM}:costcenter ne "cc-100"`, "bcdegh"],
  [`${CUSTOM}:costcenter co "%_"`, "d"],
  [`${CUSTOM}:costcenter sw "cc-"`, "abf"],
  [`${CUSTOM}:costcenter gt "cc-100"`, "b"],
  [`${CUSTOM}:costcenter pr`, "abdf"],
  [`${CUSTOM}:costcenter eq null`, "cegh"],
  ['costcenter eq "cc-100"', ""],
  [`urn:ietf:params:scim:schemas:core:2.0:User:userName eq "eli"`, "e"],
  [`urn:ietf:params:scim:schemas:core:2.0:User:emails.value sw "fox"`, "f"],
  // Numbers
  [`${CUSTOM}:level eq 3`, "af"],
  [`${CUSTOM}:level eq 3.0`, "af"],
  [`${CUSTOM}:level eq 1E3`, "g"],
  [`${CUSTOM}:level eq -2.5`, "e"],
  [`${CUSTOM}:level ne 3`, "bcdegh"],
  [`${CUSTOM}:level gt 3`, "bg"],
  [`${CUSTOM}:level ge 3`, "abfg"],
  [`${CUSTOM}:level lt 0`, "e"],
  [`${CUSTOM}:level le 0`, "de"],
  [`${CUSTOM}:level gt 9`, "bg"],
  [`${CUSTOM}:level pr`, "abdefg"],
  [`not (${CUSTOM}:level lt 10)`, "bcgh"],
  // Dates, as instants
  [`${CUSTOM}:hiredat eq "2020-01-31T09:30:00Z"`, "af"],
  [`${CUSTOM}:hiredat eq "2020-01-31T04:30:00.000-05:00"`, "af"],
  [`${CUSTOM}:hiredat eq "2021-02-28T23:00:00Z"`, "b"],
  [`${CUSTOM}:hiredat ne "2021-02-28T23:00:00Z"`, "acdefgh"],
  [`${CUSTOM}:hiredat gt "2020-01-31T09:30:00Z"`, "b"],
  [`${CUSTOM}:hiredat ge "2020-01-31T09:30:00Z"`, "abf"],
  [`${CUSTOM}:hiredat lt "2000-01-01T00:00:00Z"`, "d"],
  [`${CUSTOM}:hiredat le "1999-12-31T23:59:59.999Z"`, "d"],
  [`${CUSTOM}:hiredat pr`, "abdf"],
  ['meta.created eq "2024-01-03T01:00:00+01:00"', "c"],
  ['meta.created lt "2024-01-03T00:00:00Z"', "ab"],
  ['meta.lastModified gt "2024-06-01T12:00:00.249Z"', "ac"],
  ['meta.lastModified ge "2024-06-01T12:00:00.251Z"', "c"],
  ['meta.resourceType eq "User"', "abcdefgh"],
  ['meta.resourceType eq "Group"', ""],
  ['meta.version eq "W/\\"3\\""', "a"],
  ["meta pr", "abcdefgh"],
  ['meta[resourceType eq "User" and created gt "2024-01-07T12:00:00Z"]', "h"],
  // Multi-valued without sub-attributes
  [`${CUSTOM}:skills eq "go"`, "ae"],
  [`${CUSTOM}:skills eq "Go"`, "d"],
  [`${CUSTOM}:skills.value eq "go"`, "ae"],
  [`${CUSTOM}:skills ne "go"`, "bcdfgh"],
  [`${CUSTOM}:skills co "us"`, "eg"],
  [`${CUSTOM}:skills sw "s"`, "abe"],
  [`${CUSTOM}:skills gt "rust"`, "abe"],
  [`${CUSTOM}:skills pr`, "abdeg"],
  [`${CUSTOM}:skills eq null`, "cfh"],
  [`${CUSTOM}:skills[value eq "sql"]`, "abe"],
  [`${CUSTOM}:skills[value sw "r" and value ew "t"]`, "eg"],
  [`${CUSTOM}:skills[value sw "g" and value ew "t"]`, ""],
  [`${CUSTOM}:skills[not (value eq "sql")]`, "adeg"],
  [`${CUSTOM}:skills eq "go" and ${CUSTOM}:skills eq "rust"`, "e"],
  // What is not stored is absent
  ['title eq "x"', ""],
  ['title ne "x"', "abcdefgh"],
  ["title eq null", "abcdefgh"],
  ["title pr", ""],
  ["not (title pr)", "abcdefgh"],
  ['name.familyName co ""', ""],
  ['addresses[type eq "work"]', ""],
  [`${ENTERPRISE}:department eq "x"`, ""],
  ['nosuch gt "1"', ""],
  ["nosuch ne 5", "abcdefgh"],
  ['nosuch[value eq "x"]', ""],
  ['urn:example:nothing:attribute eq "x"', ""],
  [`${CUSTOM}:nosuch eq true`, ""],
  // Precedence: not before and before or
  ['userName eq "eli" or userName eq "BJensen" and active eq true', "be"],
  ['(userName eq "eli" or userName eq "BJensen") and active eq true', "b"],
  ['active eq false and userName sw "c" or userName sw "b"', "bc"],
  ['active eq false and (userName sw "c" or userName sw "b")', "c"],
  ["not (active eq true) and emails pr", ""],
  ["not (active eq true and emails pr)", "cegh"],
  ["not (not (active eq false))", "ce"],
  ["not(active eq true)", "ce"],
  ["active eq true AND NOT (emails pr) OR externalId pr and active eq false", "egh"],
  ["((((active eq false))))", "ce"],
  [`externalId pr and ${CUSTOM}:level pr and emails pr`, "abd"],
];

export interface FilterCase {
  readonly filter: string;
  /** The ids of the accounts selected, in the order of filterAccounts. */
  readonly ids: readonly string[];
}

export const filterCases: readonly FilterCase[] = TABLE.map(([filter, letters]) => ({
  filter,
  ids: [...letters].map((letter) => id("user", letter)),
}));
