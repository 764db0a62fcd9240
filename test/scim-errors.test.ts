import { beforeAll, describe, expect, test } from "vitest";
import { testDatabases } from "./databases";
import { readyApplication } from "./ready-application";
import {
  type Answer,
  type ErrorExpectation,
  expectError,
  onDatabase,
  type ScimClient,
  scimClient,
} from "./scim-client";

type Call = (client: ScimClient, ids: { user: string; group: string }) => Promise<Answer>;
type Row = readonly [name: string, call: Call, expected: ErrorExpectation];

const add = (path: string, value: string | number | boolean) => [{ op: "add", path, value }];
const filtered =
  (filter: string): Call =>
  (client) =>
    client.list("/Users", { filter });
const invalidValue = (detail: string): ErrorExpectation => ({
  status: 400,
  scimType: "invalidValue",
  detail,
});
const invalidFilter = (detail: string): ErrorExpectation => ({
  status: 400,
  scimType: "invalidFilter",
  detail,
});

const values: readonly Row[] = [
  ["required missing", (client) => client.post("/Users", {}), invalidValue("userName")],
  [
    "required missing in a PUT",
    (client, { user }) => client.put(`/Users/${user}`, {}),
    invalidValue("userName"),
  ],
  ["required null", (client) => client.post("/Users", { userName: null }), invalidValue("userName")],
  ["required empty", (client) => client.post("/Groups", { displayName: "" }), invalidValue("displayName")],
  ["wrong type", (client) => client.post("/Users", { userName: 5 }), invalidValue("userName")],
  ["a list for one", (client) => client.post("/Users", { userName: ["x"] }), invalidValue("userName")],
  [
    "one for a list",
    (client) => client.post("/Users", { userName: "x", emails: "x@y.example" }),
    invalidValue("emails"),
  ],
  [
    "not a boolean",
    (client) => client.post("/Users", { userName: "x", active: "yes" }),
    invalidValue("active"),
  ],
  [
    "schemas is no list",
    (client) => client.post("/Users", { userName: "x", schemas: "x" }),
    invalidValue("schemas"),
  ],
  [
    "no address",
    (client) => client.post("/Users", { userName: "x", emails: [{ type: "work", value: "nobody" }] }),
    invalidValue("emails"),
  ],
  [
    "a bad password",
    (client) => client.post("/Users", { userName: "x", password: "short" }),
    invalidValue("password"),
  ],
  [
    "a member that is none",
    (client) => client.post("/Groups", { displayName: "x", members: [{ value: "user_x" }] }),
    invalidValue("members"),
  ],
  ["a count that is none", (client) => client.list("/Users", { count: "ten" }), invalidValue("count")],
  [
    "a startIndex that is none",
    (client) => client.list("/Groups", { startIndex: "1.5" }),
    invalidValue("startIndex"),
  ],
  [
    "a sortOrder that is none",
    (client) => client.list("/Users", { sortOrder: "up" }),
    invalidValue("sortOrder"),
  ],
  ["a cursor", (client) => client.list("/Users", { cursor: "" }), invalidValue("cursor")],
  ["a parameter twice", (client) => client.get("/Users?count=1&count=2"), invalidValue("count")],
];

const filters: readonly Row[] = [
  ["no filter at all", filtered("userName"), invalidFilter("operator")],
  ["an unknown operator", filtered('userName like "x"'), invalidFilter("character 10")],
  ["an unquoted value", filtered("userName eq x"), invalidFilter("value")],
  ["an open string", filtered('userName eq "x'), invalidFilter("closing quote")],
  ["gt on a boolean", filtered("active gt true"), invalidFilter("active")],
  ["co on a boolean", filtered("active co true"), invalidFilter("active")],
  ["a number for a text", filtered("userName eq 5"), invalidFilter("userName")],
  ["an empty filter", filtered(""), invalidFilter("attribute")],
  [
    "a filter on the password",
    filtered('password eq "x"'),
    { status: 403, scimType: "sensitive", detail: "password" },
  ],
  ["its presence", filtered("not (PASSWORD pr)"), { status: 403, scimType: "sensitive", detail: "password" }],
  [
    "its value path",
    filtered('userName eq "x" or urn:ietf:params:scim:schemas:core:2.0:User:password sw "x"'),
    { status: 403, scimType: "sensitive", detail: "password" },
  ],
];

const patches: readonly Row[] = [
  [
    "no operations",
    (client, { user }) => client.request("PATCH", `/Users/${user}`, {}),
    { status: 400, scimType: "invalidSyntax", detail: "Operations" },
  ],
  [
    "an unknown operation",
    (client, { user }) => client.patch(`/Users/${user}`, [{ op: "move", path: "active", value: true }]),
    { status: 400, scimType: "invalidSyntax", detail: "move" },
  ],
  [
    "a path that is none",
    (client, { user }) => client.patch(`/Users/${user}`, add("emails[", "x")),
    { status: 400, scimType: "invalidPath", detail: "emails" },
  ],
  [
    "an unknown attribute",
    (client, { user }) => client.patch(`/Users/${user}`, add("nosuch", "x")),
    { status: 400, scimType: "invalidPath", detail: "nosuch" },
  ],
  [
    "an unknown attribute of groups",
    (client, { group }) => client.patch(`/Groups/${group}`, add("nosuch", "x")),
    { status: 400, scimType: "invalidPath", detail: "nosuch" },
  ],
  [
    "a value filter without a match",
    (client, { user }) => client.patch(`/Users/${user}`, [{ op: "remove", path: 'emails[type eq "work"]' }]),
    { status: 400, scimType: "noTarget", detail: "emails" },
  ],
  [
    "a member without a match",
    (client, { group }) =>
      client.patch(`/Groups/${group}`, [{ op: "remove", path: 'members[value eq "user_x"]' }]),
    { status: 400, scimType: "noTarget", detail: "user_x" },
  ],
  [
    "a remove without a path",
    (client, { user }) => client.patch(`/Users/${user}`, [{ op: "remove" }]),
    { status: 400, scimType: "noTarget", detail: "path" },
  ],
  [
    "another id",
    (client, { user }) => client.patch(`/Users/${user}`, add("id", "user_y")),
    { status: 400, scimType: "mutability", detail: "id" },
  ],
  [
    "meta",
    (client, { user }) => client.patch(`/Users/${user}`, add("meta.created", "2020-01-01T00:00:00Z")),
    { status: 400, scimType: "mutability", detail: "meta" },
  ],
  [
    "groups of a user",
    (client, { user }) => client.patch(`/Users/${user}`, [{ op: "remove", path: "groups" }]),
    { status: 400, scimType: "mutability", detail: "groups" },
  ],
  [
    "another value of a member",
    (client, { group }) =>
      client.patch(`/Groups/${group}`, [
        { op: "replace", path: 'members[value eq "user_x"].value', value: "user_y" },
      ]),
    { status: 400, scimType: "mutability", detail: "members" },
  ],
];

const conflicts: readonly Row[] = [
  [
    "a user name that is taken",
    (client, { user }) => client.put(`/Users/${user}`, { userName: "TAKEN" }),
    { status: 409, scimType: "uniqueness", detail: "userName" },
  ],
  [
    "an external id that is taken",
    (client, { user }) => client.patch(`/Users/${user}`, add("externalId", "taken-1")),
    { status: 409, scimType: "uniqueness", detail: "externalId" },
  ],
  [
    "an email that is taken",
    (client) =>
      client.post("/Users", { userName: "other", emails: [{ type: "work", value: "Taken@Example.com" }] }),
    { status: 409, scimType: "uniqueness", detail: "emails" },
  ],
  [
    "a group name that is taken",
    (client, { group }) => client.patch(`/Groups/${group}`, add("displayName", "TAKEN")),
    { status: 409, scimType: "uniqueness", detail: "displayName" },
  ],
  [
    "a resource that is not there",
    (client) => client.get("/Users/user_nobody"),
    { status: 404, detail: "user_nobody" },
  ],
];

describe.each(testDatabases())("on the $kind database", (given) => {
  onDatabase(given);
  let client: ScimClient;
  let ids: { user: string; group: string };
  beforeAll(async () => {
    client = scimClient((await readyApplication()).token);
    await client.create("/Users", {
      userName: "taken",
      externalId: "taken-1",
      emails: [{ type: "work", value: "taken@example.com" }],
    });
    await client.create("/Groups", { displayName: "Taken" });
    ids = {
      user: await client.create("/Users", { userName: "standing" }),
      group: await client.create("/Groups", { displayName: "Standing" }),
    };
  });

  test.each([...values, ...filters, ...patches, ...conflicts])("%s", async (_, call, expected) => {
    expectError(await call(client, ids), expected);
  });

  test("none of these has left anything behind", async () => {
    expect((await client.get(`/Users/${ids.user}`)).body).toMatchObject({ meta: { version: 'W/"1"' } });
    expect((await client.get(`/Groups/${ids.group}`)).body).toMatchObject({ meta: { version: 'W/"1"' } });
    expect((await client.get("/Users?count=0")).body.totalResults).toBe(2);
    expect((await client.get("/Groups?count=0")).body.totalResults).toBe(2);
  });
});
