import { createHash, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";
import { metricsText } from "@/lib/metrics";

/** Prometheus text for who knows METRICS_TOKEN; to anyone else the path does not exist (docs/operations.md). */
export async function GET(request: Request): Promise<Response> {
  const { metricsToken } = env();
  if (metricsToken === undefined || !isBearer(request.headers.get("authorization"), metricsToken)) {
    return new Response(JSON.stringify({ status: "not_found" }), {
      status: 404,
      headers: { "content-type": "application/json" },
    });
  }
  return new Response(await metricsText(), {
    headers: { "content-type": "text/plain; version=0.0.4; charset=utf-8", "cache-control": "no-store" },
  });
}

/** Compared as hashes, so that the time depends on neither content nor length. */
function isBearer(authorization: string | null, token: string): boolean {
  const sent = /^bearer +(.*)$/i.exec(authorization ?? "")?.[1] ?? "";
  return timingSafeEqual(sha256(sent), sha256(token));
}

function sha256(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
