"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { toString as qrCode } from "qrcode";
import { z } from "zod";
import { endSession, startSession } from "@/lib/auth/session";
import { changeOwnPassword, PasswordChange } from "@/lib/directory/administrators/own/change-password";
import {
  enrolSecondFactor,
  OwnPassword,
  offerSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
  SecondFactorEnrolment,
} from "@/lib/directory/administrators/own/second-factor";
import { signOutEverywhere } from "@/lib/directory/administrators/own/sign-out-everywhere";
import { ownAction } from "@/lib/http/own-action";

const Nothing = z.strictObject({});

// What ends the administrator's sessions goes on in this browser with a new one.

export const changePasswordAction = ownAction(PasswordChange, async (self, input) => {
  await startSession(await changeOwnPassword(self, input));
  refresh();
});

/** A secret for the authenticator app, as text and as the address of a picture. */
export const offerSecondFactorAction = ownAction(Nothing, async (self) => {
  const { secret, uri, sealed } = offerSecondFactor(self);
  const svg = await qrCode(uri, { type: "svg", margin: 2, errorCorrectionLevel: "M" });
  return { secret, sealed, qrCode: `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}` };
});

/** The recovery codes are in no other answer. The page is refreshed when they are closed. */
export const enrolSecondFactorAction = ownAction(SecondFactorEnrolment, async (self, input) => {
  const { session, recoveryCodes } = await enrolSecondFactor(self, input);
  await startSession(session);
  return { recoveryCodes };
});

export const renewRecoveryCodesAction = ownAction(OwnPassword, async (self, input) => {
  const { session, recoveryCodes } = await renewRecoveryCodes(self, input);
  await startSession(session);
  return { recoveryCodes };
});

export const removeSecondFactorAction = ownAction(OwnPassword, async (self, input) => {
  await startSession(await removeSecondFactor(self, input));
  refresh();
});

export const signOutEverywhereAction = ownAction(Nothing, async (self) => {
  await signOutEverywhere(self);
  await endSession();
  redirect("/sign-in");
});
