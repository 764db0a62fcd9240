/**
 * Run once a process by Next. Under `next start` and on Vercel this opens and migrates the
 * database before the first request; server/ has done so by the time it loads Next, and
 * then this gets the same database (lib/db/client).
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { openDatabase } = await import("@/lib/db/client");
  await openDatabase();
}
