import { describe, expect, test } from "vitest";
import { seenTag } from "@/lib/directory/applications/seen";
import { newId } from "@/lib/directory/id";
import { createOwnedInstance } from "@/lib/directory/instances/create-owned-instance";
import { renameInstance } from "@/lib/directory/instances/rename-instance";
import { setInstanceSettings } from "@/lib/directory/instances/set-settings";
import type { RequestEntry } from "@/lib/directory/logs/requests/entry";
import { insertRequests } from "@/lib/directory/logs/requests/store";
import { readMonitoring } from "@/lib/directory/monitoring/read-monitoring";
import { onDatabase } from "./admin-fixture";
import { testDatabases } from "./databases";
import { type ReadyApplication, readyApplication } from "./ready-application";

function call(app: ReadyApplication, values: Partial<RequestEntry>): RequestEntry {
  return {
    id: newId("request"),
    instanceId: app.instanceId,
    applicationId: app.applicationId,
    tokenId: app.tokenId,
    time: new Date(),
    address: "127.0.0.1",
    userAgent: "test",
    method: "GET",
    path: "/scim/v2/Users",
    resource: "User",
    resourceId: undefined,
    status: 200,
    scimType: undefined,
    detail: undefined,
    durationMs: 1,
    ignored: [],
    requestBody: undefined,
    responseBody: "{}",
    ...values,
  };
}

const unknown = (id: string) => `No User with the id "${id}" is known here.`;

describe.each(testDatabases())("monitoring and instance settings on $kind", (testDatabase) => {
  onDatabase(testDatabase);

  test("calls, failures and durations stand in their hour, and errors alike are one", async () => {
    const app = await readyApplication();
    const other = await readyApplication();
    await insertRequests([
      ...[10, 20, 30].map((durationMs) => call(app, { durationMs })),
      call(app, { status: 404, detail: unknown("user_aaa"), durationMs: 40 }),
      call(app, { status: 404, detail: unknown("user_bbb"), durationMs: 50 }),
      call(other, { status: 500 }),
    ]);
    const monitoring = await readMonitoring(app.admin);
    expect(monitoring).toMatchObject({ calls: 5, failures: 2, period: "24h" });
    expect(monitoring.spans).toHaveLength(24);
    expect(monitoring.spans.at(-1)).toMatchObject({ calls: 5, failures: 2, median: 30, slow: 48 });
    expect(monitoring.spans.at(0)).toMatchObject({ calls: 0, failures: 0, median: undefined });
    expect(monitoring.applications).toMatchObject([{ id: app.applicationId, calls: 5, failures: 2 }]);
    expect(monitoring.errors).toMatchObject([{ status: 404, failures: 2 }]);
  });

  test.each(["7d", "30d"] as const)(
    "the period %s counts the same calls, and an application's its own",
    async (period) => {
      const app = await readyApplication();
      await insertRequests([call(app, {}), call(app, { status: 400, scimType: "invalidValue" })]);
      const mine = await readMonitoring(app.admin, { period, applicationId: app.applicationId });
      expect([mine.calls, mine.failures, mine.errors.length]).toEqual([2, 1, 1]);
      expect(mine.spans.at(-1)?.calls).toBe(2);
      const nobody = await readMonitoring(app.admin, { period, applicationId: newId("application") });
      expect([nobody.calls, nobody.applications, nobody.errors]).toEqual([0, [], []]);
    },
  );

  test("the second of two who rename an instance or change its settings is told", async () => {
    const { admin } = await readyApplication();
    await renameInstance(admin, { name: "First" });
    await expect(renameInstance(admin, { name: "Third", seen: seenTag("Second") })).rejects.toMatchObject({
      problem: "conflict",
    });
    await renameInstance(admin, { name: "Second", seen: seenTag("First") });
    const set = setInstanceSettings(admin, { passwordPolicy: "simple", seen: seenTag({}) });
    await expect(set).rejects.toMatchObject({ problem: "conflict" });
  });

  test("an auditor renames nothing, and who owns no instance creates none", async () => {
    const { admin } = await readyApplication();
    await expect(renameInstance({ ...admin, role: "auditor" }, { name: "X" })).rejects.toMatchObject({
      problem: "forbidden",
    });
    const self = { id: newId("administrator"), epoch: 1, email: "nobody@acme.test", actor: admin.actor };
    await expect(createOwnedInstance(self, { name: "X" })).rejects.toMatchObject({ problem: "forbidden" });
  });
});
