import { beforeAll, describe, expect, test } from "vitest";
import { database, useDatabase } from "@/lib/db/client";
import type { Database } from "@/lib/db/sql";
import { setPermission } from "@/lib/directory/applications/set-permission";
import { disableApplication } from "@/lib/directory/applications/update-application";
import { disableToken } from "@/lib/directory/tokens/change-token";
import { issueToken } from "@/lib/directory/tokens/issue-token";
import { testDatabases } from "./databases";
import { type ReadyApplication, readyApplication, readyInstance } from "./ready-application";
import { expectError, onDatabase, type ScimClient, scimClient } from "./scim-client";

// So low that a test reaches it, so high that no other does: bursts of 300 for each application.
process.env.SCIM_RATE_LIMIT = "30";
// The bug that a test makes need not be looked for in the log.
process.env.LOG_LEVEL = "silent";

describe.each(testDatabases())("on the $kind database", (given) => {
  onDatabase(given);
  let home: ReadyApplication;
  let client: ScimClient;
  beforeAll(async () => {
    home = await readyApplication();
    client = scimClient(home.token);
  });

  test("no token: 401 whose challenge names no error", async () => {
    const answer = await scimClient(undefined).get("/Users");
    expectError(answer, { status: 401, detail: "Authorization" });
    expect(answer.headers.get("www-authenticate")).toBe('Bearer realm="Open IDaaS"');
  });

  test("unknown, malformed, disabled and expired tokens, and other schemes, look alike: 401 invalid_token", async () => {
    const { admin, applicationId } = home;
    const disabled = await issueToken(admin, applicationId, { days: 30 });
    await disableToken(admin, applicationId, disabled.id);
    const other = await readyApplication({ name: "Expired" }, home);
    const { prisma } = await database();
    await prisma.token.updateMany({ where: { id: other.tokenId }, data: { expiresAt: new Date() } });
    const unknown = `${home.token.slice(0, -1)}${home.token.endsWith("A") ? "B" : "A"}`;
    const sent = [disabled.token, other.token, unknown, "x", "", `${home.token} x`].map(
      (token) => `Bearer ${token}`,
    );
    const answers: string[] = [];
    for (const authorization of [...sent, home.token, `Basic ${home.token}`]) {
      const answer = await scimClient(undefined).get("/Users", { authorization });
      expectError(answer, { status: 401 });
      expect(answer.headers.get("www-authenticate")).toMatch(/^Bearer realm="[^"]+", error="invalid_token"/);
      answers.push(answer.text);
    }
    expect(new Set(answers).size).toBe(1);
  });

  test("what the application may not do is 403, and its detail begins with the reason", async () => {
    const refusals: readonly (readonly [string, (application: ReadyApplication) => Promise<unknown>])[] = [
      ["application_disabled", ({ admin, applicationId }) => disableApplication(admin, applicationId)],
      [
        "application_api_disabled",
        ({ admin, applicationId }) =>
          setPermission(admin, applicationId, { enabled: false, scenarios: ["user:read"] }),
      ],
      [
        "permission_denied",
        ({ admin, applicationId }) =>
          setPermission(admin, applicationId, { enabled: true, scenarios: ["group:read"] }),
      ],
    ];
    const instance = await readyInstance();
    for (const [reason, arrange] of refusals) {
      const application = await readyApplication({ name: reason }, instance);
      await arrange(application);
      const answer = await scimClient(application.token).get("/Users");
      expectError(answer, { status: 403, detail: new RegExp(`^${reason}: `) });
    }
  });

  test("too fast: 429 with Retry-After, and another application is not held up", async () => {
    const fast = scimClient((await readyApplication()).token);
    let answer = await fast.get("/Me");
    for (let sent = 1; sent < 5000 && answer.status !== 429; sent++) answer = await fast.get("/Me");
    expectError(answer, { status: 429, detail: "30 requests a second" });
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
    expect((await client.get("/Users?count=0")).status).toBe(200);
  });

  test("the database away: 503 with Retry-After, and well again by itself", async () => {
    await failing({ code: "ECONNREFUSED" }, async () => {
      const answer = await client.get("/Users");
      expectError(answer, { status: 503, detail: "database" });
      expect(Number(answer.headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
    });
    expect((await client.get("/Users")).status).toBe(200);
  });

  test("a bug is 500 and tells the client nothing of it", async () => {
    await failing({ message: "SELECT password_hash FROM accounts" }, async () => {
      expectError(await client.get("/Users"), { status: 500, detail: /administrator/ });
    });
  });
});

/** Runs a piece of work while every statement fails. */
async function failing(error: { code?: string; message?: string }, work: () => Promise<void>): Promise<void> {
  const well = await database();
  const fail = async (): Promise<never> => {
    throw Object.assign(new Error("out of order"), error);
  };
  const ill: Database = {
    kind: well.kind,
    prisma: well.prisma,
    query: fail,
    transaction: fail,
    close: async () => {},
  };
  useDatabase(ill);
  try {
    await work();
  } finally {
    useDatabase(well);
  }
}
