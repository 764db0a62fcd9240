import { expect, test } from "vitest";
import { isJsonObject, type JsonObject } from "../json";
import { define } from "./define";
import { resourceTypeDocuments, schemaDocuments } from "./documents";
import { basicUserType, groupType } from "./registry";
import { serviceProviderConfig } from "./service-provider-config";

const base = "https://directory.example/scim/v2";
const namespace = "urn:ietf:params:scim:schemas:extension:acme:2.0:User";
const types = [
  basicUserType({ namespace, fields: [define("level", "decimal", "Level", { required: true })] }),
  groupType(),
];

function attributesOf(document: JsonObject | undefined): readonly JsonObject[] {
  return Array.isArray(document?.attributes) ? document.attributes.filter(isJsonObject) : [];
}

test("each schema is described once, at its own address", () => {
  const documents = schemaDocuments([...types, groupType()], base);
  expect(documents.map(({ id }) => id)).toEqual([
    "urn:ietf:params:scim:schemas:core:2.0:User",
    "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
    namespace,
    "urn:ietf:params:scim:schemas:core:2.0:Group",
  ]);
  for (const { id, schemas, meta } of documents) {
    expect(schemas).toEqual(["urn:ietf:params:scim:schemas:core:2.0:Schema"]);
    expect(meta).toEqual({ resourceType: "Schema", location: `${base}/Schemas/${id}` });
  }
});

test("a schema lists its attributes with all characteristics, the common ones left out", () => {
  const [user, , custom] = schemaDocuments(types, base);
  const names = attributesOf(user).map(({ name }) => name);
  expect(names).toContain("userName");
  for (const common of ["id", "externalId", "meta", "schemas"]) expect(names).not.toContain(common);
  expect(attributesOf(custom)).toEqual([
    {
      name: "level",
      type: "decimal",
      multiValued: false,
      description: "Level",
      required: true,
      caseExact: false,
      mutability: "readWrite",
      returned: "default",
      uniqueness: "none",
    },
  ]);
  expect(attributesOf(user).find(({ name }) => name === "emails")).toMatchObject({
    subAttributes: [{ name: "value" }, { name: "type", canonicalValues: ["work"] }, { name: "primary" }],
  });
});

test("a resource type names its schema and its extensions", () => {
  expect(resourceTypeDocuments(types, base)).toEqual([
    {
      schemas: ["urn:ietf:params:scim:schemas:core:2.0:ResourceType"],
      id: "User",
      name: "User",
      description: "User accounts",
      endpoint: "/Users",
      schema: "urn:ietf:params:scim:schemas:core:2.0:User",
      schemaExtensions: [
        { schema: "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User", required: false },
        { schema: namespace, required: false },
      ],
      meta: { resourceType: "ResourceType", location: `${base}/ResourceTypes/User` },
    },
    {
      schemas: ["urn:ietf:params:scim:schemas:core:2.0:ResourceType"],
      id: "Group",
      name: "Group",
      description: "Groups of user accounts",
      endpoint: "/Groups",
      schema: "urn:ietf:params:scim:schemas:core:2.0:Group",
      schemaExtensions: [],
      meta: { resourceType: "ResourceType", location: `${base}/ResourceTypes/Group` },
    },
  ]);
});

const documentationUri = "https://directory.example/docs";

test("what is not supported is said so, with the limits that RFC 7643 §5 requires", () => {
  const features = { documentationUri, bulk: undefined, etag: false, cursors: false };
  expect(serviceProviderConfig(base, features)).toMatchObject({
    schemas: ["urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"],
    documentationUri,
    patch: { supported: true },
    bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
    filter: { supported: true, maxResults: 1000 },
    changePassword: { supported: true },
    sort: { supported: true },
    etag: { supported: false },
    pagination: {
      cursor: false,
      index: true,
      defaultPaginationMethod: "index",
      defaultPageSize: 100,
      maxPageSize: 1000,
    },
    authenticationSchemes: [{ type: "oauthbearertoken" }],
    meta: { location: `${base}/ServiceProviderConfig` },
  });
});

test("bulk is announced with its limits", () => {
  const bulk = { maxOperations: 1000, maxPayloadSize: 8_388_608 };
  const features = { documentationUri, bulk, etag: true, cursors: true };
  expect(serviceProviderConfig(base, features)).toMatchObject({
    bulk: { supported: true, ...bulk },
    etag: { supported: true },
    pagination: { cursor: true },
  });
});
