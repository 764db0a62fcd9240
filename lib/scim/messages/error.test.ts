import { expect, test } from "vitest";
import { badRequest, ScimError } from "../error";
import { errorBody } from "./error";

const schemas = ["urn:ietf:params:scim:api:messages:2.0:Error"];

test("the status is a string, and the keyword stands where there is one", () => {
  expect(errorBody(badRequest("invalidValue", "userName is required."))).toEqual({
    schemas,
    status: "400",
    scimType: "invalidValue",
    detail: "userName is required.",
  });
  expect(errorBody(new ScimError(404, undefined, "No such path."))).toStrictEqual({
    schemas,
    status: "404",
    detail: "No such path.",
  });
});
