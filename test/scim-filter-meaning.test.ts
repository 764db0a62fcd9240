import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { listAccounts } from "@/lib/directory/accounts/list-accounts";
import { userType } from "@/lib/directory/accounts/user-type";
import type { Caller } from "@/lib/directory/callers/caller";
import { matches } from "@/lib/scim/filter/match";
import { parseFilter } from "@/lib/scim/filter/parse";
import type { JsonValue } from "@/lib/scim/json";
import { testDatabases } from "./databases";
import { readyApplication, readyInstance } from "./ready-application";
import { callerOf, putAccounts } from "./scim-accounts";
import { BASE, objectsAt, onDatabase, scimClient } from "./scim-client";
import { FILTER_FIELDS } from "./scim-filter-fields";
import { sampleAccounts } from "./scim-random-accounts";
import { filterArbitrary } from "./scim-random-filters";

const ACCOUNTS = 60;
const FILTERS = 300;
const LISTING = { sortBy: undefined, sortOrder: "ascending", startIndex: 1, count: ACCOUNTS } as const;

const accounts = sampleAccounts(ACCOUNTS, 7);

describe.each(testDatabases())("on the $kind database", (given) => {
  onDatabase(given);
  let caller: Caller;
  let token: string;
  beforeAll(async () => {
    const home = await readyApplication({ scope: "root" }, await readyInstance({ fields: FILTER_FIELDS }));
    ({ token } = home);
    caller = await callerOf(home);
    await putAccounts(home, caller, accounts);
  });

  test("the accounts read back as they were made", async () => {
    const attributes = [...new Set(accounts.flatMap((account) => Object.keys(account)))].join(",");
    const { body } = await scimClient(token).list("/Users", { attributes });
    const byId = new Map(accounts.map((account) => [account.id, account]));
    const read = objectsAt(body, "Resources");
    expect(read).toHaveLength(ACCOUNTS);
    for (const { schemas: _, ...resource } of read) expect(resource).toEqual(byId.get(resource.id ?? null));
  });

  test("a random filter over random accounts means the same to `matches` and to SQL", async () => {
    let selective = 0;
    await fc.assert(
      fc.asyncProperty(filterArbitrary(textsOf(accounts)), async (filter) => {
        const parsed = parseFilter(filter, userType(caller), { sensitive: 403 });
        const meant = accounts.filter((account) => matches(parsed, account)).map(({ id }) => id);
        const { resources, totalResults } = await listAccounts(caller, { ...LISTING, filter }, BASE, false);
        expect(resources.map(({ id }) => id).sort()).toEqual(meant.sort());
        expect(totalResults).toBe(meant.length);
        if (meant.length > 0 && meant.length < ACCOUNTS) selective += 1;
      }),
      { numRuns: FILTERS },
    );
    // A generator whose filters select all or nothing would prove little.
    expect(selective).toBeGreaterThan(FILTERS / 4);
  });
});

function textsOf(value: JsonValue): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return [...new Set(Object.values(value).flatMap(textsOf))];
}
