import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { useDatabase } from "@/lib/db/client";
import type { Database } from "@/lib/db/sql";
import { testDatabases } from "@/test/databases";
import type { RequestEntry } from "./entry";
import { insertRequests } from "./store";

const ENTRY: RequestEntry = {
  id: "req_1",
  instanceId: "idaas_1",
  applicationId: "app_1",
  tokenId: "token_1",
  time: new Date("2026-11-24T10:00:00.123Z"),
  address: "192.0.2.1",
  userAgent: "Okta SCIM Client 1.0.0",
  method: "PATCH",
  path: '/scim/v2/Users?filter=userName eq "Zoë"',
  resource: "User",
  resourceId: "user_1",
  status: 400,
  scimType: "invalidPath",
  detail: 'The path "x" is not understood.',
  durationMs: 1.5,
  ignored: ["name", "urn:x:2.0:User:a,b", '{"}'],
  requestBody: '{"a":"\\u0000\\ud800 \\"quoted\\""}',
  responseBody: undefined,
};

describe.each(testDatabases())("the request log on $kind", ({ open }) => {
  let database: Database;

  beforeAll(async () => {
    database = await open();
    useDatabase(database);
    await seed(database);
  });

  afterAll(() => database.close());

  beforeEach(async () => {
    await database.query("DELETE FROM request_logs");
    await database.query("UPDATE tokens SET last_used_at = NULL, last_used_address = NULL");
  });

  test("an entry comes back as it was recorded", async () => {
    expect(await insertRequests([ENTRY])).toEqual({ result: "written" });
    const [row] = await database.query("SELECT * FROM request_logs");
    expect(row).toEqual({
      instance_id: "idaas_1",
      id: "req_1",
      application_id: "app_1",
      token_id: "token_1",
      time: ENTRY.time,
      address: "192.0.2.1",
      user_agent: ENTRY.userAgent,
      method: "PATCH",
      path: ENTRY.path,
      resource: "User",
      resource_id: "user_1",
      status: 400,
      scim_type: "invalidPath",
      detail: ENTRY.detail,
      duration_ms: 1.5,
      ignored: ENTRY.ignored,
      request_body: ENTRY.requestBody,
      response_body: null,
    });
  });

  test("text that PostgreSQL cannot hold is stored without what it cannot", async () => {
    const userAgent = "a\0b\ud800c";
    expect(await insertRequests([{ ...ENTRY, userAgent, ignored: ["\0"] }])).toEqual({ result: "written" });
    const rows = await database.query("SELECT user_agent, ignored FROM request_logs");
    expect(rows).toEqual([{ user_agent: "a\ufffdb\ufffdc", ignored: ["\ufffd"] }]);
  });

  test("entries that are sent twice are there once", async () => {
    await insertRequests([ENTRY]);
    expect(await insertRequests([ENTRY, { ...ENTRY, id: "req_2" }])).toEqual({ result: "written" });
    const rows = await database.query("SELECT id FROM request_logs ORDER BY id");
    expect(rows).toEqual([{ id: "req_1" }, { id: "req_2" }]);
  });

  test("each token's last use is the latest, in whatever order the entries come", async () => {
    const at = (minute: number, tokenId: string): RequestEntry => ({
      ...ENTRY,
      id: `req_${tokenId}_${minute}`,
      tokenId,
      time: new Date(Date.UTC(2026, 10, 24, 10, minute)),
      address: `192.0.2.${minute}`,
    });
    await insertRequests([at(5, "token_1"), at(7, "token_2"), at(6, "token_1"), at(4, "token_1")]);
    await insertRequests([at(3, "token_1"), at(8, "token_2"), at(1, "token_gone")]);
    const rows = await database.query(
      "SELECT id, last_used_at, last_used_address, last_used_user_agent FROM tokens ORDER BY id",
    );
    const used = (minute: number) => ({
      last_used_at: new Date(Date.UTC(2026, 10, 24, 10, minute)),
      last_used_address: `192.0.2.${minute}`,
      last_used_user_agent: ENTRY.userAgent,
    });
    expect(rows).toEqual([
      { id: "token_1", ...used(6) },
      { id: "token_2", ...used(8) },
    ]);
  });

  test("a batch with an entry that can never be stored is refused whole", async () => {
    const outcome = await insertRequests([ENTRY, { ...ENTRY, id: "req_2", status: 7 }]);
    expect(outcome.result).toBe("refused");
    expect(await database.query("SELECT id FROM request_logs")).toEqual([]);
  });

  test("concurrent writers of the same tokens do not wait for each other in a circle", async () => {
    const batch = (writer: number) => {
      const tokens = writer % 2 ? ["token_1", "token_2"] : ["token_2", "token_1"];
      return tokens.map((tokenId) => ({
        ...ENTRY,
        id: `req_${writer}_${tokenId}`,
        tokenId,
        time: new Date(Date.UTC(2026, 10, 24, 11, 0, 0, writer)),
      }));
    };
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, (_, writer) => insertRequests(batch(writer))),
    );
    expect(new Set(outcomes.map(({ result }) => result))).toEqual(new Set(["written"]));
  });
});

test("a database that does not answer is away, and nothing is thrown", async () => {
  const refuse = () => Promise.reject(Object.assign(new Error("connect"), { code: "ECONNREFUSED" }));
  const [embedded] = testDatabases();
  const database = await embedded?.open();
  if (!database) throw new Error("There is always an embedded database.");
  useDatabase({ ...database, kind: "embedded", query: refuse, transaction: refuse, close: refuse });
  expect((await insertRequests([ENTRY])).result).toBe("away");
  await database.close();
});

async function seed({ prisma }: Database): Promise<void> {
  const createdAt = new Date(0);
  const expiresAt = new Date("2030-01-01");
  const instanceId = "idaas_1";
  await prisma.instance.create({ data: { id: instanceId, name: "Test", createdAt } });
  await prisma.application.create({
    data: { instanceId, id: "app_1", name: "A", nameKey: "a", type: "custom", namespace: "urn:x", createdAt },
  });
  const token = (slot: number) => ({
    instanceId,
    id: `token_${slot}`,
    applicationId: "app_1",
    slot,
    hash: Buffer.alloc(32, slot),
    lastFour: "abcd",
    createdAt,
    expiresAt,
  });
  await prisma.token.createMany({ data: [token(1), token(2)] });
}
