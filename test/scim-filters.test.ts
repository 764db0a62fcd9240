import { beforeAll, describe, expect, test } from "vitest";
import { listAccounts } from "@/lib/directory/accounts/list-accounts";
import type { Caller } from "@/lib/directory/callers/caller";
import { filterAccounts, filterCases } from "@/lib/scim/filter/cases";
import { DEFAULT_NAMESPACE } from "@/lib/scim/urn";
import { testDatabases } from "./databases";
import { readyApplication, readyInstance } from "./ready-application";
import { callerOf, putAccounts } from "./scim-accounts";
import { BASE, expectError, idsOf, objectsAt, onDatabase, type ScimClient, scimClient } from "./scim-client";
import { FILTER_FIELDS } from "./scim-filter-fields";

const LISTING = { sortBy: undefined, sortOrder: "ascending", startIndex: 1, count: 100 } as const;

const cases = filterCases.map(({ filter, ids }) => [filter, ids] as const);

describe.each(testDatabases())("on the $kind database", (given) => {
  onDatabase(given);
  let caller: Caller;
  let client: ScimClient;
  beforeAll(async () => {
    const home = await readyApplication({ scope: "root" }, await readyInstance({ fields: FILTER_FIELDS }));
    caller = await callerOf(home);
    client = scimClient(home.token);
    await putAccounts(home, caller, filterAccounts);
  });

  test("the accounts of the table read back as the table has them", async () => {
    const { body } = await client.get("/Users");
    expect(objectsAt(body, "Resources")).toMatchObject(filterAccounts);
  });

  test.each(cases)("SQL: %s", async (filter, ids) => {
    const { resources, totalResults } = await listAccounts(caller, { ...LISTING, filter }, BASE, false);
    expect(resources.map(({ id }) => id)).toEqual(ids);
    expect(totalResults).toBe(ids.length);
  });

  test.each(cases)("GET /Users?filter=%s", async (filter, ids) => {
    const answer = await client.list("/Users", { filter });
    expect(answer.status, answer.text).toBe(200);
    expect(idsOf(answer)).toEqual(ids);
    expect(answer.body.totalResults).toBe(ids.length);
    const counted = await client.list("/Users", { filter, count: "0" });
    expect(counted.body).toMatchObject({ totalResults: ids.length, Resources: [] });
  });

  const some = (count: number) => Array(count).fill('userName eq "eli"').join(" or ");
  const deep = (depth: number) => `${"(".repeat(depth)}userName eq "eli"${")".repeat(depth)}`;
  const long = (length: number) => `userName ne "${"x".repeat(length - 'userName ne ""'.length)}"`;

  test.each([
    ["64 comparisons", some(64), 1],
    ["a depth of 16", deep(16), 1],
    ["2,048 characters", long(2048), 8],
  ])("%s are answered", async (_, filter, found) => {
    expect((await client.list("/Users", { filter })).body.totalResults).toBe(found);
  });

  test.each([
    ["65 comparisons", some(65), /64/],
    ["a depth of 17", deep(17), /16/],
    ["2,049 characters", long(2049), /2048/],
    ["a depth of 100,000", deep(100_000), /2048/],
  ])("%s are too many: 400 invalidFilter", async (_, filter, detail) => {
    for (const path of ["/Users", "/Groups"]) {
      expectError(await client.list(path, { filter }), { status: 400, scimType: "invalidFilter", detail });
    }
  });

  test("what nobody synchronizes is absent, and a sync target field of another application too", async () => {
    const none = await readyApplication(
      { name: "No fields", scope: "root", syncFields: [] },
      await readyInstance(),
    );
    await scimClient(none.token).create("/Users", { userName: "eli", externalId: "e" });
    const filter = `${DEFAULT_NAMESPACE}:costcenter pr or not (externalId eq "e")`;
    expect((await scimClient(none.token).list("/Users", { filter })).body.totalResults).toBe(0);
  });
});

describe.each(testDatabases())("encrypted fields, on the $kind database", (given) => {
  onDatabase(given);
  const path = `${DEFAULT_NAMESPACE}:secret`;
  let client: ScimClient;
  beforeAll(async () => {
    const fields = [{ key: "secret", name: "Secret", type: "text", encrypted: true }] as const;
    client = scimClient((await readyApplication({}, await readyInstance({ fields }))).token);
    await client.create("/Users", { userName: "eli", [DEFAULT_NAMESPACE]: { secret: "hidden" } });
  });

  test.each([
    `${path} eq "hidden"`,
    `${path} pr`,
    `${path} eq null`,
    `not (${path.toUpperCase()} sw "h")`,
    `userName eq "eli" and ${path} ne "x"`,
  ])("%s is 400 invalidFilter: nothing may probe it", async (filter) => {
    const answer = await client.list("/Users", { filter });
    expectError(answer, { status: 400, scimType: "invalidFilter", detail: "secret is encrypted" });
  });

  test("sorting by one is refused, which would tell its order", async () => {
    const answer = await client.list("/Users", { sortBy: path });
    expect(answer.status).toBe(400);
    expect(answer.body.detail).toContain("secret is encrypted");
  });

  test("the application that synchronizes it reads it", async () => {
    const answer = await client.list("/Users", { filter: 'userName eq "eli"' });
    expect(objectsAt(answer.body, "Resources")).toMatchObject([
      { [DEFAULT_NAMESPACE]: { secret: "hidden" } },
    ]);
  });
});
