"use server";

import { redirect } from "next/navigation";
import { endSession } from "@/lib/auth/session";
import { foreignOrigin } from "@/lib/http/action-caller";

/** Ends the session of this browser. */
export async function signOut(): Promise<void> {
  if (await foreignOrigin()) return;
  await endSession();
  redirect("/sign-in");
}
