import { expect, test } from "vitest";
import { acceptsScim, isScimContentType } from "./content";

test.each([
  ["application/scim+json", true],
  ["application/json", true],
  ["Application/SCIM+JSON; Charset=UTF-8", true],
  ['application/json;charset="utf-8"', true],
  ['application/json; charset="Utf\\-8"', true],
  ["application/json; charset=utf8", true],
  ["application/scim+json; version=2; charset=utf-8", true],
  ['application/json; note="a;charset=latin1"; charset=utf-8', true],
  ["application/json;", true],
  ["application/json; charset=iso-8859-1", false],
  ['application/json; charset="utf-16"', false],
  ["application/json; charset=", false],
  ["application/xml", false],
  ["application/jsonx", false],
  ["text/json", false],
  ["application/*", false],
  ["", false],
  ["application/json, text/plain", false],
])("Content-Type %j: %s", (header, expected) => {
  expect(isScimContentType(header)).toBe(expected);
});

test.each([
  [null, true],
  ["", true],
  ["*/*", true],
  ["application/*", true],
  ["application/json", true],
  ["APPLICATION/SCIM+JSON", true],
  ["application/scim+json, application/json;q=0.5", true],
  ["text/html, application/xhtml+xml, */*;q=0.8", true],
  ["text/html", false],
  ["text/*", false],
  ["*/*;q=0", false],
  ["application/json;q=0", false],
  ["application/json;q=0, */*", true],
  ["application/json;q=0, application/scim+json;q=0.000, */*", false],
  ["application/*;q=0, */*;q=1", false],
  ["application/scim+json;q=0.001", true],
  ["application/json; Q=0", false],
  ['text/plain;note="a, application/json"', false],
  ['application/json;note="x,y"', true],
])("Accept %j: %s", (header, expected) => {
  expect(acceptsScim(header)).toBe(expected);
});
