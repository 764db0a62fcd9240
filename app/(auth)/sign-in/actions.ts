"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { clientAddress } from "@/lib/address";
import { startSession } from "@/lib/auth/session";
import { signIn } from "@/lib/directory/administrators/sign-in/sign-in";
import { refused } from "@/lib/directory/error";
import { publicAction } from "@/lib/http/own-action";
import { signInMessage } from "./words";

const Credentials = z.strictObject({
  email: z.string().min(1, { error: "Enter your email." }),
  password: z.string().min(1, { error: "Enter your password." }),
  code: z.string().min(1, { error: "Enter a code." }).optional(),
});

/** Goes on to the instances, or asks for the code of the second factor. */
export const signInAction = publicAction(Credentials, async (input) => {
  const outcome = await signIn(input, clientAddress(await headers()));
  if (outcome.kind === "code_wanted") return { codeWanted: true };
  // The field tells which step was taken, not which part was wrong.
  const field = input.code === undefined ? undefined : "code";
  if (outcome.kind !== "signed_in") throw refused(signInMessage(outcome), field);
  await startSession(outcome.session);
  redirect("/instances");
});
