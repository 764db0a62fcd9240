import { beforeAll, describe, expect, test } from "vitest";
import type { JsonObject } from "@/lib/scim/json";
import {
  DEFAULT_NAMESPACE,
  ENTERPRISE_USER_SCHEMA,
  GROUP_SCHEMA,
  LIST_RESPONSE,
  RESOURCE_TYPE_SCHEMA,
  SCHEMA_SCHEMA,
  SERVICE_PROVIDER_CONFIG_SCHEMA,
  USER_SCHEMA,
} from "@/lib/scim/urn";
import { testDatabases } from "./databases";
import { readyApplication, readyInstance } from "./ready-application";
import {
  BASE,
  expectError,
  ORIGIN,
  objectsAt,
  onDatabase,
  type ScimClient,
  scimClient,
  textAt,
} from "./scim-client";
import { FILTER_FIELDS } from "./scim-filter-fields";

const NAMESPACE = "urn:ietf:params:scim:schemas:extension:harbour:2.0:User";

const ENDPOINTS = [
  "/ServiceProviderConfig",
  "/Schemas",
  "/ResourceTypes",
  `/Schemas/${USER_SCHEMA}`,
  "/ResourceTypes/User",
];

describe.each(testDatabases())("on the $kind database", (given) => {
  onDatabase(given);
  const stranger = scimClient(undefined);
  let synchronizing: ScimClient;
  let plain: ScimClient;
  let off: ScimClient;
  beforeAll(async () => {
    const instance = await readyInstance({ fields: FILTER_FIELDS });
    const syncFields = ["costcenter", "skills"];
    synchronizing = scimClient(
      (await readyApplication({ namespace: NAMESPACE, syncFields }, instance)).token,
    );
    plain = scimClient((await readyApplication({ name: "Plain", syncFields: [] }, instance)).token);
    off = scimClient(
      (await readyApplication({ name: "Off", apiEnabled: false, scope: "none" }, instance)).token,
    );
  });

  test.each(ENDPOINTS)("%s: 200 without a token and with any good one, 401 with a bad one", async (path) => {
    for (const client of [stranger, synchronizing, plain, off])
      expect((await client.get(path)).status).toBe(200);
    for (const token of ["", "idaas_sat_nobody", "x y"]) {
      const answer = await scimClient(token).get(path);
      expectError(answer, { status: 401 });
      expect(answer.headers.get("www-authenticate")).toContain('error="invalid_token"');
    }
  });

  test.each(ENDPOINTS)("%s with a filter is 403, as RFC 7644 section 4 has it", async (path) => {
    for (const client of [stranger, synchronizing]) {
      for (const filter of ['id eq "x"', "", "nonsense("]) {
        expectError(await client.list(path, { filter }), { status: 403, detail: "filter" });
      }
    }
  });

  test("ServiceProviderConfig says what this version does, and no more", async () => {
    for (const client of [stranger, synchronizing]) {
      expect((await client.get("/ServiceProviderConfig")).body).toEqual({
        schemas: [SERVICE_PROVIDER_CONFIG_SCHEMA],
        documentationUri: expect.stringMatching(ORIGIN),
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
        authenticationSchemes: [expect.objectContaining({ type: "oauthbearertoken", primary: true })],
        meta: { resourceType: "ServiceProviderConfig", location: `${BASE}/ServiceProviderConfig` },
      });
    }
  });

  const schemasOf = async (client: ScimClient) => {
    const { body } = await client.get("/Schemas");
    return objectsAt(body, "Resources");
  };
  const idsOf = (documents: readonly JsonObject[]) => documents.map((document) => textAt(document, "id"));

  test("each application is told of its own schemas, a stranger of none but the standard ones", async () => {
    const standard = [USER_SCHEMA, ENTERPRISE_USER_SCHEMA, GROUP_SCHEMA];
    expect(idsOf(await schemasOf(stranger)).sort()).toEqual([...standard].sort());
    expect(idsOf(await schemasOf(plain)).sort()).toEqual([...standard].sort());
    expect(idsOf(await schemasOf(synchronizing)).sort()).toEqual([...standard, NAMESPACE].sort());
    const custom = (await schemasOf(synchronizing)).find(({ id }) => id === NAMESPACE);
    expect(objectsAt(custom ?? {}, "attributes")).toMatchObject([
      { name: "costcenter", type: "string", multiValued: false, caseExact: false },
      {
        name: "skills",
        type: "string",
        multiValued: true,
        caseExact: true,
        canonicalValues: ["go", "Go", "rust", "sql"],
      },
    ]);
    expect((await stranger.get(`/Schemas/${NAMESPACE}`)).status).toBe(404);
    expect((await plain.get(`/Schemas/${DEFAULT_NAMESPACE}`)).status).toBe(404);
  });

  test("every resource type names its schemas, each of which is described", async () => {
    for (const [client, extensions] of [
      [stranger, [ENTERPRISE_USER_SCHEMA]],
      [synchronizing, [ENTERPRISE_USER_SCHEMA, NAMESPACE]],
    ] as const) {
      const types = objectsAt((await client.get("/ResourceTypes")).body, "Resources");
      expect(types).toMatchObject([
        {
          schemas: [RESOURCE_TYPE_SCHEMA],
          id: "User",
          name: "User",
          endpoint: "/Users",
          schema: USER_SCHEMA,
          schemaExtensions: extensions.map((schema) => ({ schema, required: false })),
        },
        { id: "Group", name: "Group", endpoint: "/Groups", schema: GROUP_SCHEMA, schemaExtensions: [] },
      ]);
      const named = types.flatMap((type) => [
        textAt(type, "schema"),
        ...objectsAt(type, "schemaExtensions").map((one) => textAt(one, "schema")),
      ]);
      for (const urn of named) expect((await client.get(`/Schemas/${urn}`)).body).toMatchObject({ id: urn });
    }
  });

  test.each(["/Schemas", "/ResourceTypes"])(
    "each document of %s is found under its id, in any case, where its meta says",
    async (path) => {
      const { body } = await synchronizing.get(path);
      const documents = objectsAt(body, "Resources");
      expect(body).toMatchObject({
        schemas: [LIST_RESPONSE],
        totalResults: documents.length,
        itemsPerPage: documents.length,
        startIndex: 1,
      });
      for (const document of documents) {
        const id = textAt(document, "id");
        expect(document).toMatchObject({ meta: { location: `${BASE}${path}/${id}` } });
        for (const name of [id, id.toUpperCase(), encodeURIComponent(id)]) {
          expect((await synchronizing.get(`${path}/${name}`)).body).toEqual(document);
        }
      }
      expectError(await synchronizing.get(`${path}/nothing`), { status: 404, detail: "nothing" });
    },
  );

  test("every attribute has all its characteristics (RFC 7643 section 7)", async () => {
    for (const schema of await schemasOf(synchronizing)) {
      expect(schema).toMatchObject({
        schemas: [SCHEMA_SCHEMA],
        name: expect.any(String),
        description: expect.any(String),
      });
      const attributes = objectsAt(schema, "attributes");
      expect(attributes.length).toBeGreaterThan(0);
      for (const attribute of attributes.flatMap((one) => [one, ...objectsAt(one, "subAttributes")])) {
        expect(attribute).toMatchObject({
          name: expect.stringMatching(/^[A-Za-z$][\w$-]*$/),
          type: expect.stringMatching(/^(string|boolean|decimal|integer|dateTime|binary|reference|complex)$/),
          multiValued: expect.any(Boolean),
          description: expect.any(String),
          required: expect.any(Boolean),
          caseExact: expect.any(Boolean),
          mutability: expect.stringMatching(/^(readOnly|readWrite|immutable|writeOnly)$/),
          returned: expect.stringMatching(/^(always|never|default|request)$/),
          uniqueness: expect.stringMatching(/^(none|server|global)$/),
        });
      }
    }
  });
});
