"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { clientAddress } from "@/lib/address";
import { startSession } from "@/lib/auth/session";
import { SetUp, setUp } from "@/lib/directory/administrators/set-up/set-up";
import { publicAction } from "@/lib/http/own-action";

/** Makes the first owner and instance, and signs the owner in. */
export const setUpAction = publicAction(SetUp, async (input) => {
  const { instanceId, session } = await setUp(input, clientAddress(await headers()));
  await startSession(session);
  redirect(`/instances/${instanceId}`);
});
