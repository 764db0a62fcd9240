import { beforeEach, describe, expect, test, vi } from "vitest";
import type { RequestEntry } from "./entry";
import type { Written } from "./store";
import { flushRequestLog, recordRequest } from "./writer";

const written: string[][] = [];
let answer: (ids: readonly string[]) => Written | Promise<Written>;

vi.mock("./store", () => ({
  insertRequests: async (entries: readonly RequestEntry[]): Promise<Written> => {
    const ids = entries.map(({ id }) => id);
    const outcome = await answer(ids);
    if (outcome.result === "written") written.push(ids);
    return outcome;
  },
}));

const warnings: unknown[] = [];
vi.mock("@/lib/log", () => ({
  logger: () => ({ warn: (entry: unknown) => warnings.push(entry), error: () => {} }),
}));

beforeEach(() => {
  globalThis.openIdaasRequestLog = undefined;
  written.length = 0;
  warnings.length = 0;
  answer = () => ({ result: "written" });
});

const AWAY: Written = { result: "away", error: new Error("ECONNREFUSED") };

function record(from: number, count: number, body?: string): string[] {
  return Array.from({ length: count }, (_, index) => {
    const id = `req_${from + index}`;
    recordRequest(entry(id, body));
    return id;
  });
}

function entry(id: string, responseBody: string | undefined): RequestEntry {
  return {
    id,
    instanceId: "idaas_1",
    applicationId: "app_1",
    tokenId: "token_1",
    time: new Date(0),
    address: "192.0.2.1",
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
    responseBody,
  };
}

describe("the request log", () => {
  test("writes what was recorded with one statement, in order", async () => {
    const ids = record(0, 150);
    expect(written).toEqual([]);
    await flushRequestLog();
    expect(written).toEqual([ids]);
  });

  test("writes by itself when 200 entries wait", async () => {
    const ids = record(0, 200);
    await vi.waitFor(() => expect(written).toEqual([ids]));
  });

  test("writes by itself after a while when few wait", async () => {
    const ids = record(0, 1);
    await vi.waitFor(() => expect(written).toEqual([ids]));
  });

  test("has one write in flight at a time; what comes meanwhile follows with the next", async () => {
    let inFlight = 0;
    let most = 0;
    answer = async () => {
      inFlight += 1;
      most = Math.max(most, inFlight);
      await new Promise((resolve) => setTimeout(resolve, 5));
      inFlight -= 1;
      return { result: "written" };
    };
    const ids = record(0, 200);
    const flushed = flushRequestLog();
    ids.push(...record(200, 300));
    await Promise.all([flushed, flushRequestLog()]);
    expect(most).toBe(1);
    expect(written.flat()).toEqual(ids);
  });

  test("keeps everything, in order, while the database is away", async () => {
    answer = () => AWAY;
    const ids = record(0, 500);
    await flushRequestLog();
    ids.push(...record(500, 10));
    answer = () => ({ result: "written" });
    await flushRequestLog();
    expect(written.flat()).toEqual(ids);
  });

  test("tries again by itself when the database was away", async () => {
    let tries = 0;
    answer = () => {
      tries += 1;
      return tries === 1 ? AWAY : { result: "written" };
    };
    const ids = record(0, 200);
    await vi.waitFor(() => expect(written).toEqual([ids]), { timeout: 10_000 });
  });

  test("gives up the oldest beyond 20,000 entries, and says how many", async () => {
    answer = () => AWAY;
    const ids = record(0, 20_007);
    await flushRequestLog();
    answer = () => ({ result: "written" });
    await flushRequestLog();
    expect(written.flat()).toEqual(ids.slice(7));
    expect(warnings).toContainEqual({ dropped: 7 });
  });

  test("gives up the oldest beyond 64 Mi characters of bodies", async () => {
    answer = () => AWAY;
    const ids = record(0, 65, "x".repeat(1024 * 1024));
    await flushRequestLog();
    answer = () => ({ result: "written" });
    await flushRequestLog();
    expect(written.flat()).toEqual(ids.slice(1));
  });

  test("loses an entry that the database refuses, and none beside it", async () => {
    answer = (ids) =>
      ids.includes("req_77") ? { result: "refused", error: new Error("22P02") } : { result: "written" };
    const ids = record(0, 150);
    await flushRequestLog();
    expect(written.flat()).toEqual(ids.filter((id) => id !== "req_77"));
  });
});
