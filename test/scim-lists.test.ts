import { beforeAll, describe, expect, test } from "vitest";
import { filterAccounts } from "@/lib/scim/filter/cases";
import { DEFAULT_NAMESPACE, ENTERPRISE_USER_SCHEMA, LIST_RESPONSE } from "@/lib/scim/urn";
import { testDatabases } from "./databases";
import { readyApplication, readyInstance } from "./ready-application";
import { callerOf, putAccounts } from "./scim-accounts";
import {
  type Answer,
  expectError,
  idsOf,
  objectsAt,
  onDatabase,
  type ScimClient,
  scimClient,
} from "./scim-client";
import { FILTER_FIELDS } from "./scim-filter-fields";

const C = DEFAULT_NAMESPACE;

/** The accounts of lib/scim/filter/cases.ts by the letter that their ids repeat, in the order of creation. */
const lettersOf = (answer: Answer) =>
  idsOf(answer)
    .map((id) => id.at(-1))
    .join("");

/** Of the eight accounts a to h: which are on the page, and what the answer says of it. */
const PAGES: ReadonlyArray<readonly [query: Record<string, string>, page: string, startIndex: number]> = [
  [{}, "abcdefgh", 1],
  [{ startIndex: "1", count: "3" }, "abc", 1],
  [{ startIndex: "4", count: "3" }, "def", 4],
  [{ startIndex: "7", count: "3" }, "gh", 7],
  [{ startIndex: "8" }, "h", 8],
  [{ startIndex: "9" }, "", 9],
  [{ startIndex: "0", count: "2" }, "ab", 1],
  [{ startIndex: "-5", count: "2" }, "ab", 1],
  [{ startIndex: "99999999999999999999999", count: "2" }, "", Number.MAX_SAFE_INTEGER],
  [{ count: "0" }, "", 1],
  [{ count: "-1" }, "", 1],
  [{ count: "1000000" }, "abcdefgh", 1],
  [{ count: "8" }, "abcdefgh", 1],
];

/** What sorts by what; absent last ascending, creation among equals. */
const ORDERS: ReadonlyArray<readonly [sortBy: string, ascending: string, descending: string]> = [
  ["userName", "abcdehgf", "fghedcba"],
  ["displayName", "agbcefdh", "hdfecbag"],
  ["externalId", "abdegcfh", "cfhgedba"],
  ["emails", "abdfcegh", "ceghfdba"],
  ["emails.value", "abdfcegh", "ceghfdba"],
  ["active", "ceabdfgh", "abdfghce"],
  ["meta.created", "abcdefgh", "hgfedcba"],
  ["meta.lastModified", "bdefghac", "cahgfedb"],
  ["id", "abcdefgh", "hgfedcba"],
  ["phoneRegion", "acbdefgh", "bdefghca"],
  [`${C}:level`, "edafbgch", "chgbafde"],
  [`${C.toUpperCase()}:LEVEL`, "edafbgch", "chgbafde"],
  [`${C}:costcenter`, "dafbcegh", "ceghbafd"],
  [`${C}:hiredat`, "dafbcegh", "ceghbafd"],
  [`${C}:remote`, "bdaecfgh", "cfghaebd"],
  [`${ENTERPRISE_USER_SCHEMA}:organizationId`, "abfcdegh", "ghcdeabf"],
  // Nothing to sort by: the order of creation.
  ["title", "abcdefgh", "abcdefgh"],
  ["nosuch", "abcdefgh", "abcdefgh"],
  ["groups", "abcdefgh", "abcdefgh"],
];

describe.each(testDatabases())("on the $kind database", (given) => {
  onDatabase(given);
  let client: ScimClient;
  beforeAll(async () => {
    const home = await readyApplication({ scope: "root" }, await readyInstance({ fields: FILTER_FIELDS }));
    client = scimClient(home.token);
    await putAccounts(home, await callerOf(home), filterAccounts);
  });

  test.each(PAGES)("%j gives the page %j", async (query, page, startIndex) => {
    const answer = await client.list("/Users", query);
    expect(lettersOf(answer)).toBe(page);
    expect(answer.body).toEqual({
      schemas: [LIST_RESPONSE],
      totalResults: 8,
      startIndex,
      itemsPerPage: page.length,
      Resources: expect.any(Array),
    });
  });

  test.each([1, 2, 3, 5, 8, 9])("pages of %i have no gap and no repeat", async (count) => {
    for (const sortBy of [undefined, "active", "userName"]) {
      const pages: string[] = [];
      const query = { count: String(count), ...(sortBy && { sortBy }) };
      for (let startIndex = 1; startIndex <= 8; startIndex += count) {
        pages.push(lettersOf(await client.list("/Users", { ...query, startIndex: String(startIndex) })));
      }
      expect(pages.join("")).toBe(lettersOf(await client.list("/Users", { ...(sortBy && { sortBy }) })));
      expect(new Set(pages.join("")).size).toBe(8);
    }
  });

  test.each(ORDERS)("sortBy %s: %s, descending %s", async (sortBy, ascending, descending) => {
    expect(lettersOf(await client.list("/Users", { sortBy }))).toBe(ascending);
    expect(lettersOf(await client.list("/Users", { sortBy, sortOrder: "Ascending" }))).toBe(ascending);
    expect(lettersOf(await client.list("/Users", { sortBy, sortOrder: "DESCENDING" }))).toBe(descending);
  });

  test("filter, order and page go together, and the total is that of the filter", async () => {
    const query = {
      filter: "active eq true",
      sortBy: "userName",
      sortOrder: "descending",
      startIndex: "2",
      count: "2",
    };
    const answer = await client.list("/Users", query);
    expect(lettersOf(answer)).toBe("gh");
    expect(answer.body).toMatchObject({ totalResults: 6, startIndex: 2, itemsPerPage: 2 });
  });

  test("a sortBy that is no attribute path is 400; one that would tell of passwords is refused", async () => {
    expectError(await client.list("/Users", { sortBy: "user name" }), {
      status: 400,
      scimType: "invalidPath",
    });
    const sorted = await client.list("/Users", { sortBy: "password" });
    expect(sorted).toMatchObject({ status: 400, body: { detail: expect.stringContaining("password") } });
  });

  test("parameters that nothing knows are ignored, as Entra sends one", async () => {
    expect(lettersOf(await client.get("/Users?aadOptscim062020&startIndex=8"))).toBe("h");
  });
});

describe.each(testDatabases())("with many accounts, on the $kind database", (given) => {
  onDatabase(given);
  let client: ScimClient;
  beforeAll(async () => {
    const home = await readyApplication({ scope: "root" });
    client = scimClient(home.token);
    const meta = { created: "2024-01-01T00:00:00Z", lastModified: "2024-01-01T00:00:00Z", version: 'W/"1"' };
    const extension = { [ENTERPRISE_USER_SCHEMA]: { organizationId: "ou_many" } };
    const many = Array.from({ length: 1100 }, (_, index) => ({
      id: `user_${String(index).padStart(4, "0")}`,
      userName: `user${index}`,
      active: true,
      ...extension,
      meta,
    }));
    await putAccounts(home, await callerOf(home), many);
  });

  test("a page has 100 unless told, and never more than 1,000", async () => {
    const usual = await client.get("/Users");
    expect(usual.body).toMatchObject({ totalResults: 1100, itemsPerPage: 100 });
    const most = await client.list("/Users", { count: "5000" });
    expect(most.body).toMatchObject({ totalResults: 1100, itemsPerPage: 1000 });
    expect(objectsAt(most.body, "Resources")).toHaveLength(1000);
  });

  test("accounts of one instant keep their order from page to page", async () => {
    const [first, second] = [
      await client.list("/Users", { count: "600" }),
      await client.list("/Users", { count: "600", startIndex: "601" }),
    ];
    const ids = [...idsOf(first), ...idsOf(second)];
    expect(ids).toEqual([...ids].sort());
    expect(new Set(ids).size).toBe(1100);
  });
});
