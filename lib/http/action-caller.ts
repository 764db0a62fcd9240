import { headers } from "next/headers";
import { type CurrentAdministrator, currentAdministrator } from "@/lib/auth/session";
import type { ActionRefusal } from "./action-result";
import { isSameOrigin } from "./same-origin";

const FOREIGN_ORIGIN: ActionRefusal = {
  ok: false,
  problem: "foreign_origin",
  message: "This was not sent from this console's own pages, so that it was refused.",
};

const SIGNED_OUT: ActionRefusal = {
  ok: false,
  problem: "signed_out",
  message: "Your session has ended. Sign in again in another tab, then repeat this here.",
};

export async function foreignOrigin(): Promise<ActionRefusal | undefined> {
  return isSameOrigin({ headers: await headers() }) ? undefined : FOREIGN_ORIGIN;
}

/** Who calls an action, or why nobody may. */
export async function actionCaller(): Promise<CurrentAdministrator | ActionRefusal> {
  return (await foreignOrigin()) ?? (await currentAdministrator()) ?? SIGNED_OUT;
}
