import { beforeEach, expect, test, vi } from "vitest";
import { GET } from "@/app/api/metrics/route";
import { observeRequest } from "@/lib/metrics";

let metricsToken: string | undefined;
vi.mock("@/lib/env", () => ({ env: () => ({ metricsToken }) }));

beforeEach(() => {
  metricsToken = "0123456789abcdef";
});

function ask(authorization?: string): Promise<Response> {
  return GET(new Request("http://x/api/metrics", authorization ? { headers: { authorization } } : {}));
}

test("who knows the token reads what was counted", async () => {
  observeRequest({ method: "PATCH", resource: "Groups", status: 204, durationMs: 30 });
  const answer = await ask("Bearer 0123456789abcdef");
  expect(answer.status).toBe(200);
  const text = await answer.text();
  const labels = 'method="PATCH",resource="Groups",status="204"';
  expect(text).toContain(`scim_request_duration_seconds_bucket{le="0.025",${labels}} 0`);
  expect(text).toContain(`scim_request_duration_seconds_bucket{le="0.05",${labels}} 1`);
});

test.each([undefined, "Bearer ", "Bearer 0123456789abcdeX", "Basic 0123456789abcdef", "0123456789abcdef"])(
  "to authorization %j the path does not exist",
  async (authorization) => {
    expect((await ask(authorization)).status).toBe(404);
  },
);

test("without METRICS_TOKEN it exists for nobody, an empty token included", async () => {
  metricsToken = undefined;
  expect((await ask("Bearer ")).status).toBe(404);
  expect((await ask("Bearer undefined")).status).toBe(404);
});
