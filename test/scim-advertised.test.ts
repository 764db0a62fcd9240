import { beforeAll, describe, expect, test } from "vitest";
import type { JsonObject, JsonValue } from "@/lib/scim/json";
import { DEFAULT_NAMESPACE, ENTERPRISE_USER_SCHEMA, USER_SCHEMA } from "@/lib/scim/urn";
import { testDatabases } from "./databases";
import {
  type InstanceOptions,
  type ReadyApplication,
  readyApplication,
  readyInstance,
} from "./ready-application";
import {
  expectError,
  idsOf,
  objectAt,
  objectsAt,
  onDatabase,
  type ScimClient,
  scimClient,
  textAt,
} from "./scim-client";
import { FILTER_FIELDS } from "./scim-filter-fields";

const E = ENTERPRISE_USER_SCHEMA;
const C = DEFAULT_NAMESPACE;

const work = (value: string) => [{ value, type: "work", primary: true }];

/** Two values of each attribute that is advertised, under its schema: the second takes the place of the first. */
const SAMPLES: ReadonlyArray<readonly [schema: string, name: string, first: JsonValue, second: JsonValue]> = [
  [USER_SCHEMA, "userName", "First", "second"],
  [USER_SCHEMA, "displayName", "First", "Second"],
  [USER_SCHEMA, "active", false, true],
  [USER_SCHEMA, "password", "Wa1-rus-Harbour", "Harb0ur-walrus!"],
  [USER_SCHEMA, "emails", work("First@example.com"), work("second@example.com")],
  [USER_SCHEMA, "phoneNumbers", work("4155550100"), work("+49 151 12345678")],
  [USER_SCHEMA, "phoneRegion", "1", "49"],
  [USER_SCHEMA, "groups", [{ value: "group_x" }], [{ value: "group_y" }]],
  [E, "organizationId", "{target}", "{child}"],
  [C, "costcenter", "CC-1", "CC-2"],
  [C, "level", 2.5, -3],
  [C, "remote", true, false],
  [C, "hiredat", "2020-01-31T09:30:00+01:00", "2021-01-31T09:30:00Z"],
  [C, "skills", ["go", "sql"], ["rust"]],
  [C, "team", "Deck", "Crew"],
  [C, "number", "N-1", "N-2"],
];

/** What has no cleared state: the status, and the one organization of an account. */
const KEPT = ["active", "organizationId"];

describe.each(testDatabases())("what /Schemas says of User is true, on the $kind database", (given) => {
  onDatabase(given);
  let home: ReadyApplication;
  let client: ScimClient;
  let advertised: ReadonlyMap<string, JsonObject>;
  beforeAll(async () => {
    const fields: InstanceOptions["fields"] = [
      ...FILTER_FIELDS,
      { key: "team", name: "Team", type: "choice", options: ["Deck", "Crew"] },
      { key: "number", name: "Number", type: "text", unique: true },
    ];
    home = await readyApplication({}, await readyInstance({ fields }));
    client = scimClient(home.token);
    advertised = new Map(await attributesOfUser(client));
  });

  test("the samples are of all attributes that are advertised", () => {
    const sampled = SAMPLES.map(([schema, name]) => `${schema}:${name}`);
    expect([...advertised.keys()].sort()).toEqual([...sampled].sort());
  });

  const filled = <T extends JsonValue>(value: T): T =>
    JSON.parse(
      JSON.stringify(value)
        .replace("{target}", home.targetOrganizationId)
        .replace("{child}", home.childOrganizationId),
    );
  const pathOf = (schema: string, name: string) => (schema === USER_SCHEMA ? name : `${schema}:${name}`);
  const resourceOf = (schema: string, name: string, value: JsonValue): JsonObject => ({
    userName: "sample",
    // A region stands for a number only, so there is one; a `+` of its own would name a country.
    ...(name === "phoneRegion" && { phoneNumbers: work("2025550143") }),
    ...(schema === USER_SCHEMA ? { [name]: value } : { [schema]: { [name]: value } }),
  });
  const valueIn = (resource: JsonObject, schema: string, name: string) =>
    (schema === USER_SCHEMA ? resource : objectAt(resource, schema))[name];

  test.each(SAMPLES)("%s:%s", async (schema, name, firstSample, secondSample) => {
    const [first, second] = [filled(firstSample), filled(secondSample)];
    const attribute = advertised.get(`${schema}:${name}`) ?? {};
    const id = await client.create("/Users", resourceOf(schema, name, first));
    const address = `/Users/${id}`;
    const path = pathOf(schema, name);
    const read = async () => valueIn((await client.get(address)).body, schema, name);
    const patch = (op: string, value?: JsonValue) =>
      client.patch(address, [{ op, path, ...(value !== undefined && { value }) }]);
    const found = async (filter: string) => idsOf(await client.list("/Users", { filter })).includes(id);

    if (attribute.mutability === "readOnly") {
      expect(await read()).toBeUndefined();
      for (const op of ["add", "replace", "remove"]) {
        expectError(await patch(op, op === "remove" ? undefined : second), {
          status: 400,
          scimType: "mutability",
        });
      }
    } else if (attribute.returned === "never") {
      expect(await read()).toBeUndefined();
      expectError(await client.list("/Users", { filter: `${path} eq ${JSON.stringify(first)}` }), {
        status: 403,
        scimType: "sensitive",
      });
      expect((await patch("replace", second)).headers.get("etag")).toBe('W/"2"');
      expect((await patch("replace", second)).headers.get("etag")).toBe('W/"2"');
      expect(await read()).toBeUndefined();
    } else {
      expect(await read()).toEqual(first);
      expect(await found(`${path} pr`)).toBe(true);
      const [literal, otherCase] = literalsOf(first);
      expect(await found(`${path} eq ${literal}`)).toBe(true);
      expect(await found(`${path} eq ${otherCase}`)).toBe(
        attribute.caseExact !== true || otherCase === literal,
      );
      expect((await patch("replace", second)).status).toBe(200);
      expect(await read()).toEqual(second);
      expect(await found(`${path} eq ${literal}`)).toBe(false);
      await checkRemoval(attribute, patch, read, second);
    }
    if (attribute.uniqueness === "server") {
      const other = await client.create("/Users", { userName: "other" });
      const body = [{ op: "add", path, value: first }];
      await client.patch(address, body);
      expectError(await client.patch(`/Users/${other}`, body), {
        status: 409,
        scimType: "uniqueness",
        detail: name,
      });
      await client.delete(`/Users/${other}`);
    }
    await client.delete(address);
  });

  test.each([
    ["a number as a text", "level", "3"],
    ["a boolean as a number", "remote", 1],
    ["a day that is none", "hiredat", "2021-02-30T00:00:00Z"],
    ["what is no option", "team", "Bridge"],
    ["an option in another case", "team", "deck"],
    ["what is no option, in a list", "skills", ["go", "java"]],
    ["one for a list", "skills", "go"],
    ["a text too long", "costcenter", "x".repeat(4097)],
    ["an object", "costcenter", { value: "x" }],
  ])("%s is refused, and the attribute named", async (_, name, value) => {
    const answer = await client.post("/Users", { userName: "wrong", [C]: { [name]: value } });
    expectError(answer, { status: 400, scimType: "invalidValue", detail: `${C}:${name}` });
  });
});

async function checkRemoval(
  attribute: JsonObject,
  patch: (op: string) => Promise<{ status: number; body: JsonObject }>,
  read: () => Promise<JsonValue | undefined>,
  value: JsonValue,
): Promise<void> {
  const removed = await patch("remove");
  if (attribute.required === true) {
    expect(removed).toMatchObject({ status: 400, body: { scimType: "invalidValue" } });
    expect(await read()).toEqual(value);
    return;
  }
  expect(removed.status).toBe(200);
  expect(await read()).toEqual(KEPT.includes(textAt(attribute, "name")) ? value : undefined);
}

/** A value as filters write it, and the same in another case; of a list its first element. */
function literalsOf(value: JsonValue): readonly [string, string] {
  const [first] = Array.isArray(value) ? value : [value];
  const inner = typeof first === "object" && first !== null ? objectValue(first) : first;
  const literal = JSON.stringify(inner);
  return typeof inner === "string" && Number.isNaN(Date.parse(inner))
    ? [literal, literal.toUpperCase()]
    : [literal, literal];
}

function objectValue(element: JsonObject): JsonValue {
  return element.value ?? null;
}

async function attributesOfUser(client: ScimClient): Promise<readonly (readonly [string, JsonObject])[]> {
  const { body } = await client.get("/ResourceTypes/User");
  const urns = [
    textAt(body, "schema"),
    ...objectsAt(body, "schemaExtensions").map((one) => textAt(one, "schema")),
  ];
  const schemas = await Promise.all(urns.map(async (urn) => (await client.get(`/Schemas/${urn}`)).body));
  return schemas.flatMap((schema) =>
    objectsAt(schema, "attributes").map(
      (attribute) => [`${textAt(schema, "id")}:${textAt(attribute, "name")}`, attribute] as const,
    ),
  );
}
