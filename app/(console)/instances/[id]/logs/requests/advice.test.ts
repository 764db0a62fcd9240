import { expect, test } from "vitest";
import { adviceFor } from "./advice";

const failure = (status: number, scimType?: string, detail?: string) => ({ status, scimType, detail });

test.each([200, 201, 204, 304])("a call answered with %i needs nothing", (status) => {
  expect(adviceFor(failure(status))).toBeUndefined();
});

test.each([
  [403, undefined, "application_disabled: the application is disabled.", "general"],
  [403, undefined, "application_api_disabled: the IDaaS API of this application is off.", "api"],
  [403, undefined, 'permission_denied: this needs the scenario "Manage accounts".', "api"],
  [400, "invalidValue", "The application has no target organization, and …", "provisioning"],
  [400, "invalidValue", 'OrganizationNotInScope: organizationId "ou_x" is not …', "provisioning"],
  [
    400,
    "invalidValue",
    'members: "user_x" is not an account in the provisioning scope of this application.',
    "provisioning",
  ],
  [400, "invalidValue", 'The password does not meet the password policy "complex": …', "password_policy"],
  [400, "invalidValue", "urn:x:User:badge is required by this directory and has no value.", "fields"],
  [409, "uniqueness", "An account with this userName exists already.", "provisioning"],
  [404, undefined, 'No User with the id "user_x" is known here.', "provisioning"],
  [400, "invalidPath", 'There is no attribute "foo" in User.', "provisioning"],
])("%i %s “%s” leads to %s", (status, scimType, detail, remedy) => {
  expect(adviceFor(failure(status, scimType, detail))?.remedy).toBe(remedy);
});

test("what the detail says goes before what the status says", () => {
  const keys = "externalId and userName belong to two different accounts.";
  expect(adviceFor(failure(409, "uniqueness", keys))?.title).toMatch(/two keys/);
});

test.each([
  [400, /refused/],
  [418, /refused/],
  [500, /server failed/],
  [502, /server failed/],
])("a bare %i has advice all the same", (status, title) => {
  expect(adviceFor(failure(status))?.title).toMatch(title);
});
