import { describe, expect, test } from "vitest";
import { database } from "@/lib/db/client";
import type { Admin } from "@/lib/directory/actor";
import { createApplication } from "@/lib/directory/applications/create-application";
import { setPermission } from "@/lib/directory/applications/set-permission";
import { listAudit } from "@/lib/directory/logs/audit/list/list-audit";
import { AUDIT_LANES } from "@/lib/directory/logs/audit/store";
import { verifyAuditLog } from "@/lib/directory/logs/audit/verify/verify-audit-log";
import { listRequests } from "@/lib/directory/logs/requests/list/list-requests";
import { createOrganization } from "@/lib/directory/organizations/create-organization";
import { asRole, newApplication, newInstance, onDatabase, refusal } from "./admin-fixture";
import { testDatabases } from "./databases";

/** Runs statements as someone who has the database and takes the trigger away. $1 is the instance. */
async function tamper(instanceId: string, ...statements: string[]): Promise<void> {
  const opened = await database();
  await opened.query("ALTER TABLE audit_log DISABLE TRIGGER audit_log_append_only");
  try {
    for (const statement of statements) await opened.query(statement, [instanceId]);
  } finally {
    await opened.query("ALTER TABLE audit_log ENABLE TRIGGER audit_log_append_only");
  }
}

/** An instance whose log has five entries in one lane, 1 to 5. */
async function withFiveEntries(): Promise<Admin> {
  const { admin } = await newInstance();
  const { instanceId } = admin;
  const opened = await database();
  // Changes at once spread over lanes; one lane after the other is enough for a chain of five.
  for (let round = 0; (await longest(instanceId)) < 5; round++) {
    await createOrganization(admin, { name: `Organization ${round}` });
  }
  const lane = await longestLane(instanceId);
  // What is beside the lane stays: only this lane is tampered with.
  await opened.query("CREATE TABLE IF NOT EXISTS tampered (instance_id text PRIMARY KEY, lane int)");
  await opened.query("INSERT INTO tampered VALUES ($1, $2)", [instanceId, lane]);
  expect(await verifyAuditLog(admin)).toMatchObject({ intact: true });
  return admin;
}

async function lanes(instanceId: string): Promise<{ lane: number; sequence: number }[]> {
  return (await database()).query(
    "SELECT lane, sequence FROM audit_chains WHERE instance_id = $1 ORDER BY sequence DESC, lane",
    [instanceId],
  );
}

async function longest(instanceId: string): Promise<number> {
  return (await lanes(instanceId))[0]?.sequence ?? 0;
}

async function longestLane(instanceId: string): Promise<number> {
  return (await lanes(instanceId))[0]?.lane ?? 0;
}

const LANE = "instance_id = $1 AND lane = (SELECT lane FROM tampered WHERE instance_id = $1)";
const HASH_OF = (sequence: number) =>
  `(SELECT hash FROM audit_log WHERE ${LANE} AND sequence = ${sequence} ORDER BY time LIMIT 1)`;

const TAMPERINGS: readonly (readonly [string, RegExp, readonly string[]])[] = [
  [
    "altered",
    /entry 3: its content or place does not fit/,
    [
      `UPDATE audit_log SET content = replace(content, 'command', 'commando') || ' ' WHERE ${LANE} AND sequence = 3`,
    ],
  ],
  [
    "removed",
    /entry 3: it is missing before entry 4/,
    [`DELETE FROM audit_log WHERE ${LANE} AND sequence = 3`],
  ],
  [
    "inserted between two",
    /entry 3: it was inserted/,
    [
      `INSERT INTO audit_log SELECT instance_id, time + interval '1 ms', lane, sequence, actor_id, application_id,
         action, target_id, content, hash FROM audit_log WHERE ${LANE} AND sequence = 3`,
    ],
  ],
  [
    "appended past the head",
    /is not the one that the lane's head names/,
    [
      `INSERT INTO audit_log SELECT instance_id, time, lane, sequence + 1, actor_id, application_id, action,
         target_id, content, sha256(hash || convert_to(instance_id || E'\\n' || lane || E'\\n' || (sequence + 1)
           || E'\\n' || content, 'UTF8')) FROM audit_log
       WHERE ${LANE} AND sequence = (SELECT max(sequence) FROM audit_log WHERE ${LANE})`,
    ],
  ],
  [
    "reordered",
    /entry 2: its content or place does not fit/,
    [`UPDATE audit_log SET sequence = 5 - sequence WHERE ${LANE} AND sequence IN (2, 3)`],
  ],
  [
    "cut at the tail",
    /its entries end at \d+, and its head says \d+/,
    [
      `DELETE FROM audit_log WHERE ${LANE} AND sequence = (SELECT max(sequence) FROM audit_log WHERE ${LANE})`,
    ],
  ],
  ["emptied", /its entries end at 0/, [`DELETE FROM audit_log WHERE ${LANE}`]],
  [
    "given another actor",
    /column actor_id/,
    [`UPDATE audit_log SET actor_id = 'x' WHERE ${LANE} AND sequence = 2`],
  ],
  [
    "given another action",
    /column action/,
    [`UPDATE audit_log SET action = 'x' WHERE ${LANE} AND sequence = 2`],
  ],
  [
    "given another target",
    /column target_id/,
    [`UPDATE audit_log SET target_id = 'x' WHERE ${LANE} AND sequence = 2`],
  ],
  [
    "given to an application",
    /column application_id/,
    [`UPDATE audit_log SET application_id = 'app_x' WHERE ${LANE} AND sequence = 2`],
  ],
  [
    "given another time",
    /column time/,
    [`UPDATE audit_log SET time = time - interval '1 hour' WHERE ${LANE} AND sequence = 2`],
  ],
  [
    "given another hash",
    /entry 2: its content or place does not fit/,
    [`UPDATE audit_log SET hash = ${HASH_OF(1)} WHERE ${LANE} AND sequence = 2`],
  ],
  ["bereft of a head", /its head is missing/, [`DELETE FROM audit_chains WHERE ${LANE}`]],
];

describe.each(testDatabases())("the audit log on $kind", (testDatabase) => {
  onDatabase(testDatabase);

  test("an untouched log is intact, whatever was written at once", async () => {
    const { admin } = await newInstance();
    await Promise.all(
      Array.from({ length: 20 }, (_, index) => createOrganization(admin, { name: `Æble ${index} "\\n"` })),
    );
    expect(await verifyAuditLog(admin)).toEqual({ entries: 21, intact: true });
    expect(await lanes(admin.instanceId)).toHaveLength(AUDIT_LANES);
  });

  test.each(TAMPERINGS)("a log that was %s is found out", async (_, problem, statements) => {
    const admin = await withFiveEntries();
    await tamper(admin.instanceId, ...statements);
    expect(await verifyAuditLog(admin)).toMatchObject({
      intact: false,
      problem: expect.stringMatching(problem),
    });
  });

  test("the entry says who changed what from what to what, and lists come newest first", async () => {
    const { admin, application } = await newApplication();
    await setPermission(admin, application, { enabled: true, scenarios: ["user:read"] });
    const [newest, ...older] = await listAudit(admin);
    expect(newest).toEqual({
      time: expect.any(String),
      actor: admin.actor,
      action: "application.permission",
      target: { type: "application", id: application, name: expect.any(String) },
      before: { enabled: false, scenarios: [] },
      after: { enabled: true, scenarios: ["user:read"] },
    });
    expect(older.map(({ action }) => action)).toEqual(["application.create", "instance.create"]);
    expect(await listAudit(admin, { limit: 1 })).toEqual([newest]);
    await createApplication(admin, { name: "Another", type: "custom" });
    const ofOne = await listAudit(admin, { applicationId: application });
    expect(ofOne.map(({ action }) => action)).toEqual(["application.permission", "application.create"]);
    expect((await refusal(listAudit(admin, { limit: 0 }))).field).toBe("limit");
  });

  test("requests are listed newest first, of one application and of one instance", async () => {
    const { admin } = await newInstance();
    const { admin: foreign } = await newInstance();
    const { prisma } = await database();
    for (const [index, applicationId] of ["app_one", "app_two", "app_one"].entries()) {
      await prisma.requestLog.create({
        data: {
          instanceId: admin.instanceId,
          time: new Date(Date.UTC(2026, 10, 24, 10, index)),
          id: `req_${index}`,
          applicationId,
          tokenId: "token_x",
          address: "::1",
          userAgent: "test",
          method: "GET",
          path: "/scim/v2/Users",
          status: 200,
          durationMs: 1.5,
          ignored: ["title"],
        },
      });
    }
    expect((await listRequests(admin)).map(({ id }) => id)).toEqual(["req_2", "req_1", "req_0"]);
    const ofOne = await listRequests(admin, { applicationId: "app_one", limit: 1 });
    expect(ofOne).toMatchObject([{ id: "req_2", status: 200, durationMs: 1.5, ignored: ["title"] }]);
    expect(await listRequests(foreign)).toEqual([]);
    expect(await listAudit(asRole(foreign.instanceId, "auditor"), { applicationId: "app_one" })).toEqual([]);
  });
});
