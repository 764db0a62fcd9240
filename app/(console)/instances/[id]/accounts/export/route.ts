import { requireAdmin } from "@/lib/auth/session";
import { exportAccounts } from "@/lib/directory/accounts/export/export-accounts";
import { DirectoryError } from "@/lib/directory/error";
import { accountQuery } from "../account-query";

interface Context {
  readonly params: Promise<{ id: string }>;
}

/** The list as a CSV file, sent while it is read: a directory of any size needs the memory of one page. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  const admin = await requireAdmin(id);
  const lines = exportAccounts(admin, accountQuery(Object.fromEntries(new URL(request.url).searchParams)));
  try {
    // What is wrong with the query is told before the file begins.
    const first = await lines.next();
    return new Response(bytesOf(first, lines), {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": `attachment; filename="accounts-${new Date().toISOString().slice(0, 10)}.csv"`,
        "Cache-Control": "no-store",
      },
    });
  } catch (error) {
    if (!(error instanceof DirectoryError)) throw error;
    return new Response(error.message, { status: error.problem === "not_found" ? 404 : 400 });
  }
}

function bytesOf(first: IteratorResult<string>, lines: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let next: IteratorResult<string> | undefined = first;
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = next ?? (await lines.next());
      next = undefined;
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    // The browser went away: nothing more is read.
    async cancel() {
      await lines.return(undefined);
    },
  });
}
