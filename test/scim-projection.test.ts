import { beforeAll, describe, expect, test } from "vitest";
import type { JsonObject } from "@/lib/scim/json";
import { DEFAULT_NAMESPACE, ENTERPRISE_USER_SCHEMA, GROUP_SCHEMA, USER_SCHEMA } from "@/lib/scim/urn";
import { testDatabases } from "./databases";
import { type ReadyApplication, readyApplication } from "./ready-application";
import { type Answer, BASE, objectsAt, onDatabase, type ScimClient, scimClient } from "./scim-client";

const E = ENTERPRISE_USER_SCHEMA;
const C = DEFAULT_NAMESPACE;

/** A query, and the names that the resource shows with it: extensions with their attributes. */
const SHOWN: ReadonlyArray<readonly [query: string, names: readonly string[]]> = [
  ["attributes=userName", ["userName"]],
  ["attributes=USERNAME,%20displayName", ["userName", "displayName"]],
  ["attributes=emails.value", ["emails.value"]],
  ["attributes=emails", ["emails.value", "emails.type", "emails.primary"]],
  ["attributes=emails.value,emails.type", ["emails.value", "emails.type"]],
  [`attributes=${USER_SCHEMA}:userName`, ["userName"]],
  [`attributes=${C}:badge`, [`${C}:badge`]],
  [`attributes=${C.toUpperCase()}:BADGE`, [`${C}:badge`]],
  [`attributes=${C}`, [`${C}:badge`, `${C}:floor`]],
  [`attributes=${E}:organizationId`, [`${E}:organizationId`]],
  ["attributes=meta.version", ["meta.version"]],
  ["attributes=groups", ["groups.value", "groups.$ref", "groups.display", "groups.type"]],
  ["attributes=nosuch", []],
  ["attributes=id,schemas", []],
  ["attributes=password", []],
  ["attributes=userName&excludedAttributes=userName", ["userName"]],
  [
    "excludedAttributes=emails,phoneNumbers,phoneRegion,meta,groups,displayName,externalId,active",
    ["userName", `${C}:badge`, `${C}:floor`, `${E}:organizationId`],
  ],
  [
    `excludedAttributes=emails,phoneNumbers,phoneRegion,groups,displayName,externalId,active,${C},${E}:organizationId,meta.location,meta.created,meta.lastModified,meta.resourceType,id,schemas`,
    ["userName", "meta.version"],
  ],
];

describe.each(testDatabases())("on the $kind database", (given) => {
  onDatabase(given);
  let home: ReadyApplication;
  let client: ScimClient;
  let user: JsonObject;
  let amy: string;
  let group: string;
  beforeAll(async () => {
    home = await readyApplication();
    client = scimClient(home.token);
    user = {
      userName: "amy",
      displayName: "Amy",
      externalId: "e-1",
      password: "Wa1-rus-Harbour",
      emails: [{ value: "amy@example.com", type: "work" }],
      phoneNumbers: [{ value: "4155550100", type: "work" }],
      phoneRegion: "1",
      [C]: { badge: "B-1", floor: 3 },
    };
    amy = await client.create("/Users", user);
    group = await client.create("/Groups", {
      displayName: "Ops",
      externalId: "g-1",
      members: [{ value: amy }],
    });
  });

  /** The same account as each kind of request answers it. */
  const answers = async (query: string): Promise<readonly JsonObject[]> => {
    const changes = [{ op: "replace", path: "displayName", value: "Amy" }];
    const { password: _, ...again } = user;
    const single: readonly Answer[] = [
      await client.get(`/Users/${amy}?${query}`),
      await client.put(`/Users/${amy}?${query}`, again),
      await client.patch(`/Users/${amy}?${query}`, changes),
      await client.post(`/Users?${query}`, again),
    ];
    const listed = objectsAt((await client.get(`/Users?${query}`)).body, "Resources");
    return [...single.map(({ body }) => body), ...listed];
  };

  test.each(SHOWN)("%s shows the same on every answer: %j", async (query, names) => {
    // A list has the groups only when asked for them.
    for (const resource of await answers(query)) {
      const { id, schemas, ...shown } = resource;
      expect(id).toBe(amy);
      expect(namesOf(shown)).toEqual([...names].sort());
      const extensions = [E, C].filter((urn) => names.some((name) => name.startsWith(urn)));
      expect(schemas).toEqual([USER_SCHEMA, ...extensions]);
    }
  });

  test("without a wish everything is shown but the password, and in a list the groups", async () => {
    const [byId, ...others] = await answers("");
    expect(namesOf(byId ?? {})).toContain("groups.value");
    expect(byId?.groups).toEqual([
      { value: group, $ref: `${BASE}/Groups/${group}`, display: "Ops", type: "direct" },
    ]);
    for (const resource of [byId ?? {}, ...others]) {
      expect(resource).toMatchObject({
        userName: "amy",
        [C]: { badge: "B-1" },
        schemas: [USER_SCHEMA, E, C],
      });
      expect(JSON.stringify(resource)).not.toMatch(/password|Wa1-rus/i);
    }
    expect(others.at(-1)).not.toHaveProperty("groups");
  });

  test("user.groups tells of the groups in the application's scope alone", async () => {
    const other = await readyApplication({ name: "Other" }, home);
    const seen = await scimClient(other.token).get(`/Users/${amy}?attributes=groups,userName`);
    expect(seen.body).toMatchObject({ userName: "amy" });
    expect(seen.body).not.toHaveProperty("groups");
  });

  test("a list of groups has members only when asked; a group by id has them unless excluded", async () => {
    const listed = async (query: string) =>
      objectsAt((await client.get(`/Groups?${query}`)).body, "Resources")[0];
    const members = [{ value: amy, $ref: `${BASE}/Users/${amy}`, type: "User", display: "Amy" }];
    expect(await listed("")).not.toHaveProperty("members");
    expect(await listed("")).toMatchObject({ displayName: "Ops", externalId: "g-1" });
    expect(await listed("excludedAttributes=externalId")).not.toHaveProperty("members");
    expect(await listed("attributes=members")).toEqual({ schemas: [GROUP_SCHEMA], id: group, members });
    expect(await listed("attributes=members.value")).toMatchObject({ members: [{ value: amy }] });
    expect((await client.get(`/Groups/${group}`)).body.members).toEqual(members);
    expect((await client.get(`/Groups/${group}?excludedAttributes=members`)).body).not.toHaveProperty(
      "members",
    );
    expect((await client.get(`/Groups/${group}?attributes=displayName`)).body).not.toHaveProperty("members");
  });

  test("a group without members shows none", async () => {
    const empty = await client.create("/Groups", { displayName: "Empty", members: [] });
    expect((await client.get(`/Groups/${empty}?attributes=members`)).body).toEqual({
      schemas: [GROUP_SCHEMA],
      id: empty,
    });
  });
});

/** The names that an object shows, one level down: `emails.value`, `URN:attribute`. */
function namesOf(resource: JsonObject): readonly string[] {
  return Object.entries(resource)
    .flatMap(([name, value]) => {
      const object = Array.isArray(value) ? value[0] : value;
      if (typeof object !== "object" || object === null) return [name];
      return Object.keys(object).map((sub) => `${name}${name.includes(":") ? ":" : "."}${sub}`);
    })
    .sort();
}
