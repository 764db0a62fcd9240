import { expect, test } from "vitest";
import { listResponse, parseListQuery } from "./list";

const query = (text: string) => parseListQuery(new URLSearchParams(text));

test("nothing asked for is the first hundred, ascending", () => {
  expect(query("")).toEqual({
    filter: undefined,
    sortBy: undefined,
    sortOrder: "ascending",
    startIndex: 1,
    count: 100,
    attributes: undefined,
    excludedAttributes: undefined,
  });
});

test.each([
  ["startIndex=0", { startIndex: 1 }],
  ["startIndex=-5", { startIndex: 1 }],
  ["startIndex=7", { startIndex: 7 }],
  [`startIndex=${"9".repeat(400)}`, { startIndex: Number.MAX_SAFE_INTEGER }],
  ["count=0", { count: 0 }],
  ["count=-1", { count: 0 }],
  ["count=1000", { count: 1000 }],
  ["count=1001", { count: 1000 }],
  [`count=${"9".repeat(400)}`, { count: 1000 }],
  ["sortBy=userName&sortOrder=DESCENDING", { sortBy: "userName", sortOrder: "descending" }],
  ["sortBy=", { sortBy: undefined }],
  ["filter=userName%20eq%20%22a%22", { filter: 'userName eq "a"' }],
  ["filter=", { filter: "" }],
  ["attributes=a,b&excludedAttributes=c", { attributes: "a,b", excludedAttributes: "c" }],
  ["aadOptscim062020&unknown=1&unknown=2&count=5", { count: 5 }],
])("%s", (text, expected) => {
  expect(query(text)).toMatchObject(expected);
});

test.each([
  ["count=ten", /count/],
  ["count=", /count/],
  ["count=1.5", /count/],
  ["count=1e2", /count/],
  ["count=%2B5", /count/],
  ["startIndex=0x10", /startIndex/],
  ["startIndex=", /startIndex/],
  ["sortOrder=up", /sortOrder/],
  ["sortOrder=", /sortOrder/],
  ["cursor=", /cursor .*not supported yet/],
  ["cursor=abc&count=1", /cursor .*not supported yet/],
  ["filter=a&filter=b", /filter is given more than once/],
  ["count=1&count=1", /count is given more than once/],
  ["attributes=a&attributes=b", /attributes is given more than once/],
])("%s is refused", (text, detail) => {
  expect(() => query(text)).toThrow(
    expect.objectContaining({
      status: 400,
      scimType: "invalidValue",
      message: expect.stringMatching(detail),
    }),
  );
});

test("itemsPerPage is the number returned", () => {
  expect(listResponse([{ id: "a" }, { id: "b" }], 12, 11)).toEqual({
    schemas: ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
    totalResults: 12,
    startIndex: 11,
    itemsPerPage: 2,
    Resources: [{ id: "a" }, { id: "b" }],
  });
});
