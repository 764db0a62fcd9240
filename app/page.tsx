import { redirect } from "next/navigation";
import { isSetUp } from "@/lib/directory/administrators/set-up/set-up";

// It depends on the database, and must not be made at build time.
export const dynamic = "force-dynamic";

/** The way in: the set-up on the first run, the instances after that (which ask to sign in). */
export default async function Page() {
  redirect((await isSetUp()) ? "/instances" : "/setup");
}
