import { z } from "zod";
import { foldCase } from "@/lib/scim/compare";
import { hashPassword } from "../accounts/password-hash";
import { checkPassword } from "../accounts/password-policy";
import type { Actor } from "../actor";
import { DirectoryError } from "../error";
import { checked } from "../input";
import { changeOwn } from "./own/store";
import type { Self } from "./session/session";
import { findCredentials } from "./session/store";

// What nobody can do in the console: administrators stand above the instances, and no owner of
// one may lock somebody out of another, or in.

export const AdministratorReset = z.strictObject({ email: z.string(), password: z.string() });

/**
 * For who lost the password or the second factor: a new password, no second factor, and every
 * session ended.
 */
export async function resetAdministrator(
  actor: Actor,
  input: z.input<typeof AdministratorReset>,
): Promise<{ id: string }> {
  const { email, password } = checked(AdministratorReset, input);
  const self = await administratorFor(actor, email);
  checkPassword(password, "recommended", {
    username: self.email,
    displayName: undefined,
    phoneNumber: undefined,
    email: self.email,
  });
  const passwordHash = await hashPassword(password);
  await changeOwn(
    self,
    { passwordHash, totpSecret: null },
    { action: "administrator.reset", before: {}, after: { password: true, secondFactor: false } },
  );
  return { id: self.id };
}

/** A disabled administrator signs in nowhere; its sessions end at once, its roles stay. */
export async function switchAdministrator(
  actor: Actor,
  email: string,
  enabled: boolean,
): Promise<{ id: string; status: "enabled" | "disabled" }> {
  const self = await administratorFor(actor, email);
  const status = enabled ? "enabled" : "disabled";
  const action = enabled ? "administrator.enable" : "administrator.disable";
  await changeOwn(self, { disabled: !enabled }, { action, before: {}, after: { status } });
  return { id: self.id, status };
}

async function administratorFor(actor: Actor, email: string): Promise<Self> {
  if (actor.kind !== "command_line") {
    throw new DirectoryError(
      "forbidden",
      "Only the command line resets, enables and disables administrators.",
    );
  }
  const found = await findCredentials(foldCase(email.trim()));
  if (!found) {
    throw new DirectoryError(
      "not_found",
      `No administrator has the email ${JSON.stringify(email)}.`,
      "email",
    );
  }
  return { id: found.id, epoch: found.epoch, email: found.email, actor };
}
