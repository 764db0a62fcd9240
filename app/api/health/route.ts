import { database } from "@/lib/db/client";

/** A balancer that waits longer counts the node as gone in any case. */
const PATIENCE_MS = 3_000;

/** 200 with the database's kind while it answers, 503 while it does not (docs/operations.md). */
export async function GET(): Promise<Response> {
  const state = await Promise.race([databaseState(), awayAfter(PATIENCE_MS)]);
  const headers = { "content-type": "application/json", "cache-control": "no-store" };
  if (state === "away") {
    const body = JSON.stringify({ status: "unavailable", database: state });
    return new Response(body, { status: 503, headers: { ...headers, "retry-after": "5" } });
  }
  return new Response(JSON.stringify({ status: "ok", database: state }), { status: 200, headers });
}

export async function HEAD(): Promise<Response> {
  const { status, headers } = await GET();
  return new Response(null, { status, headers });
}

async function databaseState(): Promise<"postgresql" | "embedded" | "away"> {
  try {
    const known = await database();
    await known.query("SELECT 1");
    return known.kind;
  } catch {
    return "away";
  }
}

function awayAfter(milliseconds: number): Promise<"away"> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds, "away").unref();
  });
}
