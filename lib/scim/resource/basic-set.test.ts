import { expect, test } from "vitest";
import type { JsonObject } from "../json";
import { checkBasicSet } from "./basic-set";

const work = { value: "1", type: "work" };

test.each<JsonObject>([
  {},
  { emails: [work] },
  { emails: [{ ...work, type: "WORK" }], phoneNumbers: [work] },
])("%j is in the Basic set", (resource) => {
  expect(() => checkBasicSet(resource)).not.toThrow();
});

test.each<[JsonObject, RegExp]>([
  [{ emails: [work, { value: "2", type: "work" }] }, /^emails: a second e-mail address/],
  [{ phoneNumbers: [work, { value: "2", type: "work" }] }, /^phoneNumbers: a second phone number/],
  [{ emails: [{ value: "1", type: "home" }] }, /^emails: .* of type "home"/],
  [{ phoneNumbers: [work, { value: "2", type: "mobile" }] }, /^phoneNumbers: .* of type "mobile"/],
  [{ emails: [{ value: "1" }] }, /^emails: .* without a type/],
])("%j is not", (resource, detail) => {
  expect(() => checkBasicSet(resource)).toThrow(
    expect.objectContaining({
      status: 400,
      scimType: "invalidValue",
      message: expect.stringMatching(detail),
    }),
  );
});
