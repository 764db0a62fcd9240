import { z } from "zod";
import { PASSWORD_POLICIES } from "../accounts/password-policy";
import { type Admin, requireRole } from "../actor";
import { seenTag } from "../applications/seen";
import { type Change, change } from "../change/store";
import { refused } from "../error";
import { checked } from "../input";
import { changedSince } from "../logs/audit/changed-since/store";
import type { InstanceSettings } from "./instance";
import {
  countDoubled,
  liftUniqueness,
  lockAccounts,
  lockInstance,
  restoreUniqueness,
  writeSettings,
} from "./store";

const POLICY_NAMES = Object.keys(PASSWORD_POLICIES);

/** What is left out stays as it is. */
export const NewInstanceSettings = z.strictObject({
  uniqueEmail: z.boolean().optional(),
  uniquePhone: z.boolean().optional(),
  passwordPolicy: z
    .enum(["unrestricted", "simple", "common", "recommended", "complex"], {
      error: `The password policy must be one of: ${POLICY_NAMES.join(", ")}.`,
    })
    .optional(),
  /** The tag of the settings that the edit started from. */
  seen: z.string().optional(),
});

/**
 * Lifts or restores the uniqueness of email and phone, and chooses the password policy,
 * which applies to new passwords only.
 *
 * @throws DirectoryError refused when uniqueness is restored over doubled values; conflict when the settings
 *   were changed since
 */
export async function setInstanceSettings(
  admin: Admin,
  input: z.input<typeof NewInstanceSettings>,
): Promise<InstanceSettings> {
  requireRole(admin, "administrator");
  const { seen, ...wanted } = checked(NewInstanceSettings, input);
  return change(admin, async (tx) => {
    if (wanted.uniqueEmail !== undefined || wanted.uniquePhone !== undefined) await lockAccounts(tx);
    const { name, settings: before } = await lockInstance(tx);
    if (seen !== undefined && seen !== seenTag(before)) {
      throw await changedSince(tx, `instance "${name}"`, admin.instanceId);
    }
    const after: InstanceSettings = {
      uniqueEmail: wanted.uniqueEmail ?? before.uniqueEmail,
      uniquePhone: wanted.uniquePhone ?? before.uniquePhone,
      passwordPolicy: wanted.passwordPolicy ?? before.passwordPolicy,
    };
    await switchUniqueness(tx, "email", before.uniqueEmail, after.uniqueEmail);
    await switchUniqueness(tx, "phone", before.uniquePhone, after.uniquePhone);
    await writeSettings(tx, after);
    await tx.audit(
      "instance.set",
      { type: "instance", id: admin.instanceId, name },
      { ...before },
      { ...after },
    );
    return after;
  });
}

const WORDS = {
  email: { field: "uniqueEmail", one: "email address is", many: "email addresses are" },
  phone: { field: "uniquePhone", one: "phone number is", many: "phone numbers are" },
} as const;

async function switchUniqueness(
  tx: Change,
  what: "email" | "phone",
  before: boolean,
  after: boolean,
): Promise<void> {
  if (before === after) return;
  if (!after) return liftUniqueness(tx, what);
  const doubled = await countDoubled(tx, what);
  if (doubled === 0) return restoreUniqueness(tx, what);
  const { field, one, many } = WORDS[what];
  throw refused(
    `${doubled} ${doubled === 1 ? one : many} held by more than one account. Change or remove them, then make the ${what} unique again.`,
    field,
  );
}
