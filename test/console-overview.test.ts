import { describe, expect, test } from "vitest";
import { database, rehearse } from "@/lib/db/client";
import { createAccount } from "@/lib/directory/accounts/admin/create-account";
import { readGuide } from "@/lib/directory/applications/guide/read-guide";
import { testEndpoint } from "@/lib/directory/applications/guide/test-endpoint";
import { listApplicationRows } from "@/lib/directory/applications/overview/list-application-rows";
import { countInScope, countProposedScope } from "@/lib/directory/applications/scope/count/count-scope";
import { setPermission } from "@/lib/directory/applications/set-permission";
import { newId } from "@/lib/directory/id";
import { getAuditEntry, pageAudit } from "@/lib/directory/logs/audit/list/page-audit";
import type { RequestEntry } from "@/lib/directory/logs/requests/entry";
import { getRequest, pageRequests } from "@/lib/directory/logs/requests/list/page-requests";
import { insertRequests } from "@/lib/directory/logs/requests/store";
import { readOverview } from "@/lib/directory/overview/read-overview";
import { disableToken } from "@/lib/directory/tokens/change-token";
import { issueToken } from "@/lib/directory/tokens/issue-token";
import { readTokenUsage } from "@/lib/directory/tokens/usage/read-token-usage";
import { newApplication, onDatabase, refusal } from "./admin-fixture";
import { testDatabases } from "./databases";
import { type ReadyApplication, readyApplication } from "./ready-application";

const BASE = "http://directory.test/scim/v2";

function entry(app: ReadyApplication, values: Partial<RequestEntry>): RequestEntry {
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

async function counts(instanceId: string): Promise<unknown[]> {
  return (await database()).query(
    `SELECT (SELECT count(*) FROM accounts WHERE instance_id = $1) AS accounts,
       (SELECT count(*) FROM groups WHERE instance_id = $1) AS groups,
       (SELECT count(*) FROM scope_groups WHERE instance_id = $1) AS scope_groups,
       (SELECT count(*) FROM audit_log WHERE instance_id = $1) AS audit,
       (SELECT sum(sequence)::int FROM audit_chains WHERE instance_id = $1) AS heads`,
    [instanceId],
  );
}

describe.each(testDatabases())("overview, guide and logs on $kind", (testDatabase) => {
  onDatabase(testDatabase);

  test("testing the endpoint plays every call and leaves nothing", async () => {
    const app = await readyApplication();
    const before = await counts(app.instanceId);
    const { passed, steps } = await testEndpoint(app.admin, app.applicationId, BASE);
    expect(steps.filter(({ outcome }) => outcome !== "passed")).toEqual([]);
    expect([passed, steps.length]).toEqual([true, 9]);
    expect(await counts(app.instanceId)).toEqual(before);
  });

  test("testing the endpoint says which call fails, why, and skips what needs it", async () => {
    const app = await readyApplication({ scenarios: ["user:read", "group:manage"] });
    const { passed, steps } = await testEndpoint(app.admin, app.applicationId, BASE);
    expect(passed).toBe(false);
    expect(steps[0]).toMatchObject({ outcome: "failed", detail: expect.stringMatching(/Manage accounts/) });
    expect(steps[1]?.outcome).toBe("skipped");
    expect(steps.find(({ call }) => call === "POST /Groups")?.outcome).toBe("passed");
    const none = await readyApplication({ scope: "none" });
    const told = await testEndpoint(none.admin, none.applicationId, BASE);
    expect(told.steps[0]?.detail).toMatch(/provisioning scope/);
    const { admin, application } = await newApplication();
    expect((await refusal(testEndpoint(admin, application, BASE))).problem).toBe("refused");
  });

  test("a statement that fails in a rehearsal does not end it, and others see nothing of it", async () => {
    const { instanceId } = await readyApplication();
    const rename = (name: string) => async () =>
      (await database()).query("UPDATE instances SET name = $2 WHERE id = $1", [instanceId, name]);
    const seen = await rehearse(async () => {
      await rename("Rehearsed")();
      await expect((await database()).query("SELECT 1/0")).rejects.toThrow();
      const [row] = await (await database()).query<{ name: string }>(
        "SELECT name FROM instances WHERE id = $1",
        [instanceId],
      );
      return row?.name;
    });
    expect(seen).toBe("Rehearsed");
    const [row] = await (await database()).query<{ name: string }>(
      "SELECT name FROM instances WHERE id = $1",
      [instanceId],
    );
    expect(row?.name).toBe("Northern Harbour");
    await expect(rehearse(async () => Promise.reject(new Error("inside")))).rejects.toThrow("inside");
  });

  test("the guide follows the set-up, and the overview says what is missing", async () => {
    const app = await readyApplication();
    const guide = await readGuide(app.admin, app.applicationId);
    expect(guide.steps.map(({ name, done }) => [name, done])).toEqual([
      ["scope", true],
      ["target", true],
      ["token", true],
      ["api", true],
      ["scenarios", true],
      ["first_request", false],
    ]);
    await insertRequests([entry(app, {})]);
    expect((await readGuide(app.admin, app.applicationId)).finished).toBe(true);
    await setPermission(app.admin, app.applicationId, { enabled: false });
    const { attention, hours, accounts, applications } = await readOverview(app.admin);
    expect([accounts, applications, hours.length]).toEqual([0, 1, 24]);
    expect(attention).toMatchObject([
      { kind: "token_expiring", daysLeft: 30, warning: 30 },
      { kind: "set_up_unfinished", missing: ["api"] },
    ]);
  });

  test("calls are counted by the hour once, each token has its share, a failing client is named", async () => {
    const app = await readyApplication();
    const { id: second } = await issueToken(app.admin, app.applicationId, { days: 365 });
    const entries = [
      ...Array.from({ length: 6 }, () => entry(app, { status: 500 })),
      entry(app, { tokenId: second }),
      entry(app, { tokenId: second, time: new Date(Date.now() - 3 * 86_400_000) }),
    ];
    await insertRequests(entries);
    await insertRequests(entries);
    const { hours, attention } = await readOverview(app.admin);
    expect(hours.at(-1)).toMatchObject({ calls: 7, failures: 6 });
    expect(attention).toMatchObject([{ kind: "client_failing", calls: 7, failures: 6 }]);
    const usage = await readTokenUsage(app.admin, app.applicationId);
    expect(usage.map(({ calls, share }) => [calls, share])).toEqual([
      [6, 0.75],
      [2, 0.25],
    ]);
    expect(usage.map(({ warning }) => warning)).toEqual([30, undefined]);
    await disableToken(app.admin, app.applicationId, app.tokenId);
    expect(await listApplicationRows(app.admin)).toMatchObject([
      { workingTokens: 1, calls: 7, failures: 6, setUp: { done: 6, of: 6 } },
    ]);
  });

  test("a scope counts who is inside, each account once", async () => {
    const app = await readyApplication();
    await createAccount(app.admin, { username: "in", organizationId: app.childOrganizationId });
    await createAccount(app.admin, { username: "out", organizationId: app.outsideOrganizationId });
    expect(await countInScope(app.admin, app.applicationId)).toEqual({
      accounts: 1,
      organizations: 2,
      groups: 0,
    });
    const both = [app.rootOrganizationId, app.childOrganizationId, "ou_none"];
    expect(await countProposedScope(app.admin, { organizations: both })).toMatchObject({
      accounts: 2,
      organizations: 4,
    });
    expect(await countProposedScope(app.admin, {})).toEqual({ accounts: 0, organizations: 0, groups: 0 });
  });

  test("the request log is filtered, paged both ways, and opened", async () => {
    const app = await readyApplication();
    const start = Date.now();
    const entries = Array.from({ length: 9 }, (_, index) =>
      entry(app, {
        time: new Date(start + index),
        status: [200, 404, 500][index % 3] ?? 200,
        path: `/scim/v2/Users/user_${index}`,
      }),
    );
    await insertRequests(entries);
    const paths = async (query: Parameters<typeof pageRequests>[1]) =>
      (await pageRequests(app.admin, query)).rows.map(({ path }) => path.at(-1));
    expect(await paths({})).toEqual(["8", "7", "6", "5", "4", "3", "2", "1", "0"]);
    expect(await paths({ status: "failed" })).toEqual(["8", "7", "5", "4", "2", "1"]);
    expect(await paths({ status: "5xx" })).toEqual(["8", "5", "2"]);
    expect(await paths({ path: "USER_4" })).toEqual(["4"]);
    expect(await paths({ resource: "Group" })).toEqual([]);
    expect(await paths({ applicationId: app.applicationId, to: new Date(start + 2).toISOString() })).toEqual([
      "1",
      "0",
    ]);
    const first = await pageRequests(app.admin, { limit: 4 });
    const second = await pageRequests(app.admin, { limit: 4, cursor: first.next });
    const back = await pageRequests(app.admin, { limit: 4, cursor: second.previous });
    expect([back.rows, back.previous]).toEqual([first.rows, undefined]);
    const [newest] = first.rows;
    const opened = await getRequest(app.admin, newest?.id ?? "", newest?.time.toISOString() ?? "");
    expect(opened).toMatchObject({ responseBody: "{}" });
    const other = await readyApplication();
    const foreign = getRequest(other.admin, opened.id, opened.time.toISOString());
    expect((await refusal(foreign)).problem).toBe("not_found");
  });

  test("the audit log is filtered, paged, and opened", async () => {
    const app = await readyApplication();
    const { id } = await createAccount(app.admin, { username: "ada" });
    const all = await pageAudit(app.admin, { limit: 200 });
    const ofApplication = await pageAudit(app.admin, { applicationId: app.applicationId });
    expect(ofApplication.rows.every(({ target }) => target.id === app.applicationId)).toBe(true);
    const [made] = (await pageAudit(app.admin, { noun: "account", action: "account.create" })).rows;
    expect(made).toMatchObject({ target: { id }, before: null, after: { username: "ada" } });
    expect(await getAuditEntry(app.admin, made?.id ?? "")).toEqual(made);
    const first = await pageAudit(app.admin, { limit: 3 });
    const second = await pageAudit(app.admin, { limit: 200, cursor: first.next });
    expect([...first.rows, ...second.rows]).toEqual(all.rows);
    const other = await readyApplication();
    expect((await refusal(getAuditEntry(other.admin, made?.id ?? ""))).problem).toBe("not_found");
    expect((await refusal(getAuditEntry(app.admin, "x"))).problem).toBe("not_found");
  });
});
