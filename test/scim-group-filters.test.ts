import { beforeAll, describe, expect, test } from "vitest";
import { GROUP_SCHEMA } from "@/lib/scim/urn";
import { testDatabases } from "./databases";
import { type ReadyApplication, readyApplication } from "./ready-application";
import { BASE, expectError, idsOf, onDatabase, type ScimClient, scimClient } from "./scim-client";

/** Names of the groups and users of the fixture, for their ids: `{amy}` in a filter. */
type Ids = ReadonlyMap<string, string>;

/** Groups: Ops (amy, ben; external id O1), "ops 100%" (amy), Leer (nobody, external id o1). */
const CASES: ReadonlyArray<readonly [filter: string, groups: readonly string[]]> = [
  ['displayName eq "OPS"', ["ops"]],
  ['displayName eq "leer"', ["empty"]],
  ['displayName ne "Ops"', ["percent", "empty"]],
  ['displayName sw "ops"', ["ops", "percent"]],
  ['displayName co "%"', ["percent"]],
  ['displayName co "_"', []],
  ['displayName gt "ops"', ["percent"]],
  ["displayName pr", ["ops", "percent", "empty"]],
  [`${GROUP_SCHEMA}:displayName eq "ops"`, ["ops"]],
  ['externalId eq "O1"', ["ops"]],
  ['externalId eq "o1"', ["empty"]],
  ["externalId pr", ["ops", "empty"]],
  ["externalId eq null", ["percent"]],
  ['members eq "{amy}"', ["ops", "percent"]],
  ['members.value eq "{ben}"', ["ops"]],
  ['members[value eq "{amy}"]', ["ops", "percent"]],
  ['members[value eq "{amy}" and type eq "user"]', ["ops", "percent"]],
  ['members[value eq "{amy}" and display eq "AMY Adams"]', ["ops", "percent"]],
  ['members[value eq "{amy}" and display eq "ben"]', []],
  ['members.value eq "{amy}" and members.display eq "ben"', ["ops"]],
  ['members[type eq "Group"]', []],
  ['members[display sw "ben"].value eq "{ben}"', ["ops"]],
  [`members.$ref eq "${BASE}/Users/{ben}"`, ["ops"]],
  ['members eq "{nobody}"', []],
  ['members ne "{ben}"', ["percent", "empty"]],
  ["members pr", ["ops", "percent"]],
  ["not (members pr)", ["empty"]],
  ["members eq null", ["empty"]],
  ['id eq "{ops}" and members eq "{ben}"', ["ops"]],
  ['id eq "{percent}" and members eq "{ben}"', []],
  ['id eq "{ops}"', ["ops"]],
  ['meta.resourceType eq "Group"', ["ops", "percent", "empty"]],
  ['meta.version eq "W/\\"1\\""', ["ops", "percent", "empty"]],
  ['meta.created gt "2020-01-01T00:00:00Z"', ["ops", "percent", "empty"]],
  [`meta.location ew "/Groups/{empty}"`, ["empty"]],
  ['userName eq "amy"', []],
  ["nosuch pr", []],
];

/** What of user.groups a filter reaches: only groups in the scope of the application. */
const USER_CASES: ReadonlyArray<readonly [filter: string, users: readonly string[]]> = [
  ['groups eq "{ops}"', ["amy", "ben"]],
  ['groups.value eq "{percent}"', ["amy"]],
  ['groups[display eq "OPS" and type eq "direct"]', ["amy", "ben"]],
  [`groups.$ref eq "${BASE}/Groups/{percent}"`, ["amy"]],
  ["groups pr", ["amy", "ben"]],
  ["not (groups pr)", ["carl"]],
  ['groups ne "{percent}"', ["ben", "carl"]],
  ['groups.display co "%"', ["amy"]],
  ['groups eq "{foreign}"', []],
];

describe.each(testDatabases())("on the $kind database", (given) => {
  onDatabase(given);
  let client: ScimClient;
  let ids: Ids;
  beforeAll(async () => {
    const home = await readyApplication();
    client = scimClient(home.token);
    ids = await fixture(home, client);
  });

  const filled = (filter: string) => filter.replace(/\{(\w+)\}/g, (_, name) => ids.get(name) ?? `no_${name}`);

  test.each(CASES)("GET /Groups?filter=%s", async (filter, groups) => {
    const answer = await client.list("/Groups", { filter: filled(filter) });
    expect(answer.status, answer.text).toBe(200);
    expect(idsOf(answer)).toEqual(groups.map((name) => ids.get(name)));
    expect(answer.body.totalResults).toBe(groups.length);
  });

  test.each(USER_CASES)("GET /Users?filter=%s", async (filter, users) => {
    const answer = await client.list("/Users", { filter: filled(filter) });
    expect(answer.status, answer.text).toBe(200);
    expect(idsOf(answer)).toEqual(users.map((name) => ids.get(name)));
  });

  test.each(["displayName gt 5", "members gt true", 'meta.created co "2024"', "members[", "displayName"])(
    "GET /Groups?filter=%s is 400 invalidFilter",
    async (filter) => {
      expectError(await client.list("/Groups", { filter }), { status: 400, scimType: "invalidFilter" });
    },
  );
});

async function fixture(home: ReadyApplication, client: ScimClient): Promise<Ids> {
  const amy = await client.create("/Users", { userName: "amy", displayName: "Amy Adams" });
  const ben = await client.create("/Users", { userName: "ben" });
  const carl = await client.create("/Users", { userName: "carl" });
  const member = (value: string) => ({ value });
  const ops = { displayName: "Ops", externalId: "O1", members: [member(amy), member(ben)] };
  // Another application's group, which holds amy too, and which this one must not see.
  const other = scimClient((await readyApplication({ name: "Other" }, home)).token);
  return new Map([
    ["amy", amy],
    ["ben", ben],
    ["carl", carl],
    ["ops", await client.create("/Groups", ops)],
    ["percent", await client.create("/Groups", { displayName: "ops 100%", members: [member(amy)] })],
    ["empty", await client.create("/Groups", { displayName: "Leer", externalId: "o1" })],
    ["foreign", await other.create("/Groups", { displayName: "Foreign", members: [member(amy)] })],
  ]);
}
