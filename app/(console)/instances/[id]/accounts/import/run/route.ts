import { requireAdmin } from "@/lib/auth/session";
import { importAccounts } from "@/lib/directory/accounts/import/import-accounts";
import type { Admin } from "@/lib/directory/actor";
import { DirectoryError } from "@/lib/directory/error";
import { isSameOrigin } from "@/lib/http/same-origin";
import type { ImportMessage } from "../messages";
import { readBody } from "./read-body";

interface Context {
  readonly params: Promise<{ id: string }>;
}

/**
 * Checks or imports the CSV file of the body (`?dryRun=yes`: checks). The answer is lines of JSON, sent
 * as the work goes on, which a server action could not do.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  if (!isSameOrigin(request)) return new Response("Only the console itself may import.", { status: 403 });
  const admin = await requireAdmin((await params).id);
  const query = new URL(request.url).searchParams;
  const options = {
    dryRun: query.get("dryRun") === "yes",
    organizationId: query.get("organization") ?? undefined,
  };
  const body = await readBody(request);
  if (body === undefined) return new Response("The file is larger than 64 MB. Split it.", { status: 413 });
  return new Response(messagesOf(admin, body, options), {
    // no-transform: a compressing proxy would hold the lines back.
    headers: { "Content-Type": "application/x-ndjson", "Cache-Control": "no-store, no-transform" },
  });
}

/** The browser may leave while it runs; an import under way is finished all the same. */
function messagesOf(
  admin: Admin,
  bytes: Uint8Array,
  options: Parameters<typeof importAccounts>[2],
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let listening = true;
  return new ReadableStream({
    async start(controller) {
      const send = (message: ImportMessage) => {
        if (listening) controller.enqueue(encoder.encode(`${JSON.stringify(message)}\n`));
      };
      try {
        const report = await importAccounts(admin, bytes, options, (progress) =>
          send({ kind: "progress", progress }),
        );
        send({ kind: "report", report });
      } catch (error) {
        if (!(error instanceof DirectoryError)) throw error;
        send({ kind: "refused", message: error.message });
      }
      if (listening) controller.close();
    },
    cancel() {
      listening = false;
    },
  });
}
