import { requireAdmin } from "@/lib/auth/session";
import { CSV_COLUMNS, fieldColumn } from "@/lib/directory/accounts/csv-columns";
import { listFields } from "@/lib/directory/extended-fields/list-fields";

interface Context {
  readonly params: Promise<{ id: string }>;
}

/** An empty file with every column that an import knows, the instance's own fields among them. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const admin = await requireAdmin((await params).id);
  const columns = [...CSV_COLUMNS, ...(await listFields(admin)).map(fieldColumn)];
  return new Response(`${columns.join(",")}\r\n`, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="accounts-template.csv"',
      "Cache-Control": "no-store",
    },
  });
}
