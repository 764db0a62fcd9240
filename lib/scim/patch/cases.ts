import type { JsonObject, JsonValue } from "../json";
import { DEFAULT_NAMESPACE, ENTERPRISE_USER_SCHEMA, USER_SCHEMA } from "../urn";

// One table for what PATCH means: applyPatch here, HTTP in the integration tests. The type is
// filterUserType: the Basic set, with extended fields of each kind under the default namespace.

const E = ENTERPRISE_USER_SCHEMA;
const C = DEFAULT_NAMESPACE;

interface Failure {
  readonly status: number;
  readonly scimType: string;
}

/** `after` and `before` are whole resources; a case has either `after` or `error`. */
export interface PatchCase {
  readonly name: string;
  readonly before: JsonObject;
  readonly operations: readonly JsonObject[];
  readonly after?: JsonObject;
  readonly error?: Failure;
  readonly ignored?: readonly string[];
}

const mail = { value: "ada@example.com", type: "work", primary: true };
const bare: JsonObject = { id: "user_a", userName: "ada", active: true };
const full: JsonObject = {
  ...bare,
  externalId: "00u1",
  displayName: "Ada",
  emails: [mail],
  phoneNumbers: [{ value: "4155550100", type: "work" }],
  phoneRegion: "1",
  groups: [{ value: "group_a", display: "Staff", type: "direct" }],
  [E]: { organizationId: "ou_a" },
  [C]: { costcenter: "CC-1", level: 3, remote: true, hiredat: "2020-01-31T09:30:00Z", skills: ["go", "sql"] },
  meta: { resourceType: "User", created: "2024-01-01T00:00:00.000Z", version: 'W/"1"' },
};

function without(resource: JsonObject, ...names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(resource).filter(([name]) => !names.includes(name)));
}

const custom: JsonObject = { costcenter: "CC-1", level: 3, remote: true, hiredat: "2020-01-31T09:30:00Z" };
const skills = (...values: readonly string[]): JsonObject => ({
  ...full,
  [C]: { ...custom, skills: values },
});
const customWith = (part: JsonObject): JsonObject => ({
  ...full,
  [C]: { ...custom, skills: ["go", "sql"], ...part },
});

const add = (path: string, value: JsonValue): JsonObject => ({ op: "add", path, value });
const replace = (path: string, value: JsonValue): JsonObject => ({ op: "replace", path, value });
const remove = (path: string): JsonObject => ({ op: "remove", path });
const whole = (value: JsonObject): JsonObject => ({ op: "replace", value });

const changes = (
  name: string,
  operations: readonly JsonObject[],
  after: JsonObject,
  before: JsonObject = full,
  ignored: readonly string[] = [],
): PatchCase => ({ name, before, operations, after, ignored });

const keeps = (name: string, operations: readonly JsonObject[], ignored: readonly string[] = []): PatchCase =>
  changes(name, operations, full, full, ignored);

const fails = (scimType: string, name: string, ...operations: readonly JsonObject[]): PatchCase => ({
  name,
  before: full,
  operations,
  error: { status: 400, scimType },
});

const WORK = 'emails[type eq "work"]';
const HOME = 'emails[type eq "home"]';

const singular: readonly PatchCase[] = [
  changes("replace a text", [replace("displayName", "Ada L.")], { ...full, displayName: "Ada L." }),
  changes("add to a text replaces it", [add("displayName", "Ada L.")], { ...full, displayName: "Ada L." }),
  changes(
    "replace what is missing adds it",
    [replace("displayName", "Ada")],
    { ...bare, displayName: "Ada" },
    bare,
  ),
  changes("remove a text", [remove("displayName")], without(full, "displayName")),
  changes("remove the external id", [remove("externalId")], without(full, "externalId")),
  keeps("replace with its own value", [replace("displayName", "Ada")]),
  changes("remove what is missing", [remove("displayName")], bare, bare),
  changes("names in any case", [replace("DISPLAYNAME", "B")], { ...full, displayName: "B" }),
  changes("the core URN before the name", [replace(`${USER_SCHEMA}:displayName`, "B")], {
    ...full,
    displayName: "B",
  }),
  changes("the last operation holds", [replace("displayName", "B"), replace("displayName", "C")], {
    ...full,
    displayName: "C",
  }),
  changes("disable", [replace("active", false)], { ...full, active: false }),
  changes("a password is set", [replace("password", "s3cret-S3cret")], {
    ...full,
    password: "s3cret-S3cret",
  }),
  changes("phone region", [replace("phoneRegion", "49")], { ...full, phoneRegion: "49" }),
];

const clearing: readonly PatchCase[] = [
  changes('"" clears', [replace("displayName", "")], without(full, "displayName")),
  changes("null clears", [replace("displayName", null)], without(full, "displayName")),
  changes("add of null clears", [add("displayName", null)], without(full, "displayName")),
  changes("null clears without a path", [whole({ displayName: null })], without(full, "displayName")),
  changes('"" clears without a path', [whole({ displayName: "" })], without(full, "displayName")),
  changes("[] clears emails", [replace("emails", [])], without(full, "emails")),
  changes("null clears emails", [replace("emails", null)], without(full, "emails")),
  changes('"" clears the value of an email', [replace(`${WORK}.value`, "")], without(full, "emails")),
  changes(
    "null clears the value of a phone",
    [replace('phoneNumbers[type eq "work"].value', null)],
    without(full, "phoneNumbers"),
  ),
  changes("null clears an extended field", [replace(`${C}:costcenter`, null)], {
    ...full,
    [C]: without({ ...custom, skills: ["go", "sql"] }, "costcenter"),
  }),
  keeps("clearing what is clear, and again", [replace("title", ""), replace("title", null)], ["title"]),
];

const multiValued: readonly PatchCase[] = [
  changes("replace emails", [replace("emails", [{ value: "b@example.com", type: "work" }])], {
    ...full,
    emails: [{ value: "b@example.com", type: "work" }],
  }),
  changes("add emails to none", [add("emails", [mail])], { ...bare, emails: [mail] }, bare),
  changes("add one without its array", [add("emails", mail)], { ...bare, emails: [mail] }, bare),
  keeps("add the same email", [add("emails", [{ value: "ada@example.com", type: "work" }])]),
  keeps("add the same email twice", [add("emails", [mail]), add("emails", [mail])]),
  changes("add appends", [add("emails", [{ value: "h@example.com", type: "home" }])], {
    ...full,
    emails: [mail, { value: "h@example.com", type: "home" }],
  }),
  changes(
    "a new primary demotes the old",
    [add("emails", [{ value: "h@example.com", type: "home", primary: true }])],
    {
      ...full,
      emails: [
        { ...mail, primary: false },
        { value: "h@example.com", type: "home", primary: true },
      ],
    },
  ),
  changes("the same value twice is one", [replace("emails", [mail, mail])], full),
  changes("remove emails", [remove("emails")], without(full, "emails")),
  changes(
    "names of sub-attributes in any case",
    [replace("emails", [{ VALUE: "b@example.com", Type: "work" }])],
    { ...full, emails: [{ value: "b@example.com", type: "work" }] },
  ),
  changes("what an element does not store", [replace("emails", [{ ...mail, display: "x" }])], full, full, [
    "emails.display",
  ]),
  changes(
    "remove by a list of values",
    [{ op: "remove", path: "emails", value: [{ value: "ada@example.com" }] }],
    without(full, "emails"),
  ),
  keeps("remove by a list that names another", [
    { op: "remove", path: "emails", value: [{ value: "other@example.com" }] },
  ]),
  changes("add a skill", [add(`${C}:skills`, ["rust"])], skills("go", "sql", "rust")),
  keeps("add a skill that is there", [add(`${C}:skills`, ["go"])]),
  changes("skills are caseExact", [add(`${C}:skills`, ["Go"])], skills("go", "sql", "Go")),
  changes("replace skills", [replace(`${C}:skills`, ["rust"])], skills("rust")),
  changes("remove a skill by its value", [remove(`${C}:skills[value eq "go"]`)], skills("sql")),
  changes("remove skills by a list", [{ op: "remove", path: `${C}:skills`, value: ["go"] }], skills("sql")),
];

const valuePaths: readonly PatchCase[] = [
  changes("replace the value of the work email", [replace(`${WORK}.value`, "b@example.com")], {
    ...full,
    emails: [{ ...mail, value: "b@example.com" }],
  }),
  changes("add to the value of the work email", [add(`${WORK}.value`, "b@example.com")], {
    ...full,
    emails: [{ ...mail, value: "b@example.com" }],
  }),
  changes("a filter in any case", [replace('EMAILS[Type EQ "WORK"].Value', "b@example.com")], {
    ...full,
    emails: [{ ...mail, value: "b@example.com" }],
  }),
  changes(
    "add makes the element with its type",
    [add(`${WORK}.value`, "b@example.com")],
    { ...bare, emails: [{ type: "work", value: "b@example.com" }] },
    bare,
  ),
  changes(
    "two additions fill one element",
    [add(`${WORK}.value`, "b@example.com"), add(`${WORK}.primary`, true)],
    { ...bare, emails: [{ type: "work", value: "b@example.com", primary: true }] },
    bare,
  ),
  changes(
    "two additions, the value last",
    [add(`${WORK}.primary`, true), add(`${WORK}.value`, "b@example.com")],
    { ...bare, emails: [{ type: "work", value: "b@example.com", primary: true }] },
    bare,
  ),
  changes(
    "add the mobile phone",
    [add('phoneNumbers[type eq "mobile"].value', "1")],
    { ...bare, phoneNumbers: [{ type: "mobile", value: "1" }] },
    bare,
  ),
  changes("an element keeps its other sub-attributes", [replace(WORK, { value: "b@example.com" })], {
    ...full,
    emails: [{ ...mail, value: "b@example.com" }],
  }),
  changes("remove the work email", [remove(WORK)], without(full, "emails")),
  changes("remove a sub-attribute", [remove(`${WORK}.primary`)], {
    ...full,
    emails: [{ value: "ada@example.com", type: "work" }],
  }),
  changes("remove by value", [remove('emails[value eq "ADA@example.com"]')], without(full, "emails")),
  changes("add a home email beside", [add(`${HOME}.value`, "h@example.com")], {
    ...full,
    emails: [mail, { type: "home", value: "h@example.com" }],
  }),
  changes(
    "primary of another demotes",
    [add(`${HOME}.value`, "h@example.com"), add(`${HOME}.primary`, true)],
    {
      ...full,
      emails: [
        { ...mail, primary: false },
        { type: "home", value: "h@example.com", primary: true },
      ],
    },
  ),
  fails("noTarget", "replace that matches nothing", replace(`${HOME}.value`, "h@example.com")),
  fails("noTarget", "remove that matches nothing", remove(HOME)),
  fails("noTarget", "remove a sub-attribute of nothing", remove(`${HOME}.value`)),
  fails(
    "noTarget",
    "add where no element can be made of the filter",
    add('emails[not (type eq "work")].value', "h@example.com"),
  ),
  fails("noTarget", "atomic: the second operation fails", replace("displayName", "B"), remove(HOME)),
];

const extensions: readonly PatchCase[] = [
  changes("a number", [replace(`${C}:level`, 4.5)], customWith({ level: 4.5 })),
  changes(
    "a date stays as sent",
    [replace(`${C}:hiredat`, "2021-01-31T09:30:00+02:00")],
    customWith({ hiredat: "2021-01-31T09:30:00+02:00" }),
  ),
  changes(
    "a URN in any case",
    [replace(`${C.toUpperCase()}:COSTCENTER`, "CC-2")],
    customWith({ costcenter: "CC-2" }),
  ),
  changes(
    "the first value makes the extension",
    [add(`${C}:costcenter`, "CC-2")],
    { ...bare, [C]: { costcenter: "CC-2" } },
    bare,
  ),
  changes("the last value takes the extension along", [remove(`${C}:costcenter`)], bare, {
    ...bare,
    [C]: { costcenter: "CC-2" },
  }),
  changes(
    "the bare URN with an object merges",
    [replace(C, { costcenter: "CC-2" })],
    customWith({ costcenter: "CC-2" }),
  ),
  changes("remove the bare URN", [remove(C)], without(full, C)),
  changes("organization", [replace(`${E}:organizationId`, "ou_b")], {
    ...full,
    [E]: { organizationId: "ou_b" },
  }),
  changes("an extension object without a path", [whole({ [C]: { level: 4 } })], customWith({ level: 4 })),
  changes("a URN key without a path", [whole({ [`${C}:level`]: 4 })], customWith({ level: 4 })),
  keeps("an attribute of the extension that nobody knows", [whole({ [C]: { nosuch: 1 } })], [`${C}:nosuch`]),
];

const clients: readonly PatchCase[] = [
  changes("Entra: capitalised operation", [{ op: "Replace", path: "displayName", value: "B" }], {
    ...full,
    displayName: "B",
  }),
  changes("Entra: active as the string False", [{ op: "Replace", path: "active", value: "False" }], {
    ...full,
    active: false,
  }),
  changes(
    "Entra: active as the string True",
    [{ op: "Add", path: "active", value: "True" }],
    { ...full, active: true },
    { ...full, active: false },
  ),
  changes(
    "Entra: an extended boolean as a string",
    [{ op: "Replace", path: `${C}:remote`, value: "fALSE" }],
    customWith({ remote: false }),
  ),
  changes("Entra: an array of one for a singular", [{ op: "Replace", path: "displayName", value: ["B"] }], {
    ...full,
    displayName: "B",
  }),
  changes(
    "Entra: an array of one value object",
    [{ op: "Replace", path: "displayName", value: [{ $ref: null, value: "B" }] }],
    { ...full, displayName: "B" },
  ),
  changes(
    "Entra: newer form, dotted and URN keys",
    [
      whole({
        displayName: "B",
        "name.givenName": "A",
        [`${C}:costcenter`]: "CC-2",
        [`${E}:employeeNumber`]: "7",
      }),
    ],
    { ...customWith({ costcenter: "CC-2" }), displayName: "B" },
    full,
    ["name.givenName", `${E}:employeeNumber`],
  ),
  changes("Entra: a value path as a key", [whole({ [`${WORK}.value`]: "b@example.com" })], {
    ...full,
    emails: [{ ...mail, value: "b@example.com" }],
  }),
  keeps("Entra: manager as a text", [{ op: "Add", path: `${E}:manager`, value: "user_b" }], [`${E}:manager`]),
  keeps(
    "Entra: manager without its URN, in an array",
    [{ op: "Add", path: "manager", value: [{ $ref: "x", value: "user_b" }] }],
    ["manager"],
  ),
  keeps(
    "Entra: what is not stored",
    [replace("name.familyName", "L"), add("nickName", "A")],
    ["name.familyName", "nickName"],
  ),
  changes("Okta: deactivate without a path", [whole({ active: false })], { ...full, active: false }),
  changes("Okta: the same id along", [whole({ id: "user_a", displayName: "B" })], {
    ...full,
    displayName: "B",
  }),
  keeps("an unknown key without a path", [whole({ nosuch: 1, schemas: [USER_SCHEMA] })], ["nosuch"]),
  keeps(
    "an unknown extension without a path",
    [whole({ "urn:other:2.0:User": { a: 1 } })],
    ["urn:other:2.0:User"],
  ),
];

const refused: readonly PatchCase[] = [
  fails("mutability", "another id", replace("id", "user_b")),
  fails("mutability", "another id without a path", whole({ id: "user_b" })),
  fails("mutability", "remove the id", remove("id")),
  fails("mutability", "meta", replace("meta.version", 'W/"9"')),
  fails("mutability", "add to groups", add("groups", [{ value: "group_b" }])),
  fails("mutability", "remove groups", remove("groups")),
  fails("mutability", "remove one group", remove('groups[value eq "group_a"]')),
  fails("invalidPath", "an unknown attribute", replace("nosuch", "x")),
  fails("invalidPath", "an unknown sub-attribute", replace("name.nosuch", "x")),
  fails("invalidPath", "no path at all", replace("user name", "x")),
  fails("invalidFilter", "a filter that is none", replace("emails[type is work].value", "x")),
  fails("invalidValue", "remove the user name", remove("userName")),
  fails("invalidValue", "clear the user name", replace("userName", "")),
  fails("invalidValue", "a number for a text", replace("displayName", 5)),
  fails("invalidValue", "an object for a text", replace("displayName", { a: "b" })),
  fails("invalidValue", "a list of two for a text", replace("displayName", ["a", "b"])),
  fails("invalidValue", "yes for a boolean", replace("active", "yes")),
  fails("invalidValue", "a numeric text for a number", replace(`${C}:level`, "4")),
  fails("invalidValue", "no date", replace(`${C}:hiredat`, "2021-02-30T00:00:00Z")),
  fails("invalidValue", "a text for an email", replace("emails", ["a@example.com"])),
  fails(
    "invalidValue",
    "two primaries",
    replace("emails", [mail, { value: "b", type: "home", primary: true }]),
  ),
  fails("invalidValue", "a text for an extension", replace(C, "x")),
];

/** Every case says what must come of it; those about one client name the client. */
export const patchCases: readonly PatchCase[] = [
  ...singular,
  ...clearing,
  ...multiValued,
  ...valuePaths,
  ...extensions,
  ...clients,
  ...refused,
];
