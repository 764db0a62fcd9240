import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { database } from "@/lib/db/client";
import type { Admin } from "@/lib/directory/actor";
import { deleteToken, disableToken, enableToken } from "@/lib/directory/tokens/change-token";
import { issueToken } from "@/lib/directory/tokens/issue-token";
import { listTokens } from "@/lib/directory/tokens/list-tokens";
import { tokenStatus } from "@/lib/directory/tokens/token";
import { isWellFormedToken } from "@/lib/directory/tokens/token-format";
import { atOnce, newApplication, onDatabase, refusal } from "./admin-fixture";
import { testDatabases } from "./databases";

const NOW = new Date("2026-11-24T10:00:00Z");
const DAY = 86_400_000;

async function withTokens(count: number): Promise<{ admin: Admin; application: string; tokens: string[] }> {
  const { admin, application } = await newApplication();
  const tokens: string[] = [];
  for (let index = 0; index < count; index++) {
    tokens.push((await issueToken(admin, application, { days: 30 })).id);
  }
  return { admin, application, tokens };
}

/** An enabled token that expired yesterday. */
async function expiredToken(admin: Admin, application: string): Promise<string> {
  return (await issueToken(admin, application, { days: 1 }, new Date(Date.now() - 2 * DAY))).id;
}

describe.each(testDatabases())("bearer tokens on $kind", (testDatabase) => {
  onDatabase(testDatabase);

  test("a token is well formed, and at rest there is its SHA-256 alone", async () => {
    const { admin, application } = await newApplication();
    const { id, token } = await issueToken(admin, application, { days: 1 });
    expect(isWellFormedToken(token)).toBe(true);
    const row = await (await database()).prisma.token.findFirstOrThrow({ where: { id } });
    expect(Buffer.from(row.hash)).toEqual(createHash("sha256").update(token).digest());
    expect(row.lastFour).toBe(token.slice(-4));
    expect(JSON.stringify(await listTokens(admin, application))).not.toContain(token.slice(10, -4));
    const audit = await (await database()).prisma.auditEntry.findMany({ where: { targetId: id } });
    expect(audit.map(({ action }) => action)).toEqual(["token.create"]);
    expect(JSON.stringify(audit.map(({ content }) => content))).not.toContain(token.slice(10, -4));
  });

  test.each([
    [{ days: 1 }, "2026-11-25T10:00:00.000Z"],
    [{ days: 1096 }, "2029-11-24T10:00:00.000Z"],
    [{ until: "2026-11-25" }, "2026-11-25T23:59:59.999Z"],
    [{ until: "2029-11-24" }, "2029-11-24T23:59:59.999Z"],
  ])("a validity of %j ends at %s", async (validity, expiresAt) => {
    const { admin, application } = await newApplication();
    expect((await issueToken(admin, application, validity, NOW)).expiresAt.toISOString()).toBe(expiresAt);
  });

  test.each([
    { days: 0 },
    { days: -1 },
    { days: 1097 },
    { days: 1.5 },
    { until: "2026-11-24" },
    { until: "2029-11-25" },
    { until: "2027-02-30" },
    { until: "soon" },
  ])("a validity of %j is refused, naming the input", async (validity) => {
    const { admin, application } = await newApplication();
    const { problem, field } = await refusal(issueToken(admin, application, validity, NOW));
    expect([problem, field]).toEqual(["invalid_value", Object.keys(validity)[0]]);
    expect(await listTokens(admin, application)).toEqual([]);
  });

  test("the third token is refused with the reason, even when one of the two has expired", async () => {
    const { admin, application } = await withTokens(1);
    await expiredToken(admin, application);
    const { problem, message } = await refusal(issueToken(admin, application, { days: 30 }));
    expect(problem).toBe("refused");
    expect(message).toMatch(/already has two tokens/);
  });

  test("of five simultaneous creates beside one token, one succeeds", async () => {
    const { admin, application } = await withTokens(1);
    const { done, refused } = await atOnce(
      Array.from({ length: 5 }, () => issueToken(admin, application, { days: 30 })),
    );
    expect(done).toBe(1);
    expect(refused.map(({ problem }) => problem)).toEqual(["refused", "refused", "refused", "refused"]);
    expect(await listTokens(admin, application)).toHaveLength(2);
  });

  test("the last enabled token cannot be disabled, nor an enabled one deleted", async () => {
    const { admin, application, tokens } = await withTokens(2);
    const [first = "", second = ""] = tokens;
    expect((await refusal(deleteToken(admin, application, first))).message).toMatch(/Disable it first/);
    await disableToken(admin, application, first);
    expect((await refusal(disableToken(admin, application, second))).message).toMatch(/last enabled/);
    expect((await refusal(deleteToken(admin, application, second))).message).toMatch(/Disable it first/);
    await deleteToken(admin, application, first);
    expect((await listTokens(admin, application)).map(({ id }) => id)).toEqual([second]);
    await issueToken(admin, application, { days: 30 });
  });

  test("a disabled token that is enabled again lets the other go", async () => {
    const { admin, application, tokens } = await withTokens(2);
    const [first = "", second = ""] = tokens;
    await disableToken(admin, application, first);
    await enableToken(admin, application, first);
    await disableToken(admin, application, second);
    const enabled = (await listTokens(admin, application)).filter((token) => token.enabled);
    expect(enabled.map(({ id }) => id)).toEqual([first]);
  });

  test("of two simultaneous disables of the last two tokens one is refused", async () => {
    for (let round = 0; round < 5; round++) {
      const { admin, application, tokens } = await withTokens(2);
      const { done, refused } = await atOnce(tokens.map((id) => disableToken(admin, application, id)));
      expect([done, refused.length]).toEqual([1, 1]);
      expect((await listTokens(admin, application)).filter((token) => token.enabled)).toHaveLength(1);
    }
  });

  test("a disable and a delete of the same token at once never delete an enabled one", async () => {
    const { admin, application, tokens } = await withTokens(2);
    const [first = ""] = tokens;
    await atOnce([deleteToken(admin, application, first), disableToken(admin, application, first)]);
    const left = await listTokens(admin, application);
    expect(left.filter((token) => token.enabled)).toHaveLength(1);
  });

  test("an expired token shows as expired and may be disabled when another is enabled", async () => {
    const { admin, application } = await newApplication();
    const expired = await expiredToken(admin, application);
    const [token] = await listTokens(admin, application);
    expect(token && tokenStatus(token, new Date())).toBe("expired");
    expect((await refusal(disableToken(admin, application, expired))).problem).toBe("refused");
    const { id: working } = await issueToken(admin, application, { days: 30 });
    // The expired one is enabled too, and yet nobody can work with it.
    expect((await refusal(disableToken(admin, application, working))).problem).toBe("refused");
    await disableToken(admin, application, expired);
    await deleteToken(admin, application, expired);
  });

  test("a token of another application of the instance is not known", async () => {
    const { admin, application, tokens } = await withTokens(2);
    const { application: other } = await withTokens(1);
    const [first = ""] = tokens;
    expect((await refusal(disableToken(admin, other, first))).problem).toBe("not_found");
    expect((await refusal(listTokens(admin, other))).problem).toBe("not_found");
    expect((await listTokens(admin, application)).every((token) => token.enabled)).toBe(true);
  });
});

test("text that only looks like a token is told by its checksum", async () => {
  const { newTokenText } = await import("@/lib/directory/tokens/token-format");
  for (let round = 0; round < 200; round++) {
    const token = newTokenText();
    expect(token).toMatch(/^idaas_sat_[0-9A-Za-z]{49}$/);
    expect(isWellFormedToken(token)).toBe(true);
    const place = 10 + (round % 49);
    const changed = token.slice(0, place) + (token[place] === "a" ? "b" : "a") + token.slice(place + 1);
    expect(isWellFormedToken(changed)).toBe(false);
  }
  expect(["", "idaas_sat_", "a".repeat(59)].some(isWellFormedToken)).toBe(false);
});
