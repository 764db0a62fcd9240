import { z } from "zod";
import { DirectoryError } from "../../error";
import { checkedEmail } from "../email";
import { parsePhone } from "../phone";
import { checkedDisplayName, checkedUsername } from "../username";
import { inConsoleWords } from "./console-words";

/** Adds the refusal of a rule as an issue, so that a form says what the use case says. */
function rule<T>(check: (value: T) => unknown) {
  return (value: T, context: z.RefinementCtx<T>) => {
    try {
      inConsoleWords(() => check(value));
    } catch (error) {
      if (!(error instanceof DirectoryError)) throw error;
      context.addIssue({ code: "custom", message: error.message });
    }
  };
}

/** A text that may be left empty: "" and null say that there is none. */
const optionalText = z
  .string()
  .nullable()
  .optional()
  .transform((value) => (value === "" ? null : value));

const username = z.string({ error: "Enter a username." }).superRefine(rule(checkedUsername));
const displayName = optionalText.superRefine(rule((value) => value && checkedDisplayName(value)));
const email = optionalText.superRefine(rule((value) => value && checkedEmail(value)));

/** By the key of the extended field; null and "" clear it. Types are checked against the field. */
const extended = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]).nullable())
  .default({});
export type ExtendedInput = z.output<typeof extended>;

const version = z.int({ error: "The version is missing. Reload the page." });
const password = z.string({ error: "Enter a password." });

const Phone = { phoneRegion: optionalText, phoneNumber: optionalText };

/** The two make one number. */
export function checkedPhone({
  phoneRegion,
  phoneNumber,
}: {
  readonly phoneRegion?: string | null | undefined;
  readonly phoneNumber?: string | null | undefined;
}) {
  return inConsoleWords(() => parsePhone(phoneNumber ?? undefined, phoneRegion ?? undefined));
}

export const NewAccount = z
  .strictObject({
    username,
    displayName,
    email,
    ...Phone,
    /** The root unless told. */
    organizationId: z.string().optional(),
    password: optionalText,
    status: z.enum(["enabled", "disabled"]).default("enabled"),
    extended,
  })
  .superRefine((account, context) => {
    try {
      checkedPhone(account);
    } catch (error) {
      if (!(error instanceof DirectoryError)) throw error;
      context.addIssue({ code: "custom", message: error.message, path: [error.field ?? "phoneNumber"] });
    }
  });

/** What is left out stays as it is; the phone number is judged with the area code beside it. */
export const AccountUpdate = z.strictObject({
  version,
  username: username.optional(),
  displayName,
  email,
  ...Phone,
  organizationId: z.string().optional(),
  extended,
});

/** Without a version it holds whatever else changed: switching twice the same way changes nothing. */
export const AccountSwitch = z.strictObject({ enabled: z.boolean(), version: version.optional() });

export const AccountDeletion = z.strictObject({ version: version.optional() });

export const AccountMove = z.strictObject({
  organizationId: z.string({ error: "Choose an organization." }),
  version: version.optional(),
});

export const PasswordReset = z.strictObject({ password: password.min(1, { error: "Enter a password." }) });

const ids = z
  .array(z.string())
  .min(1, { error: "Select at least one account." })
  .max(1000, { error: "At most 1,000 accounts can be changed at once." });

/** What to do with every account of a selection. */
export const AccountSelection = z.discriminatedUnion("action", [
  z.strictObject({ action: z.enum(["enable", "disable", "delete"]), ids }),
  z.strictObject({
    action: z.literal("move"),
    ids,
    organizationId: z.string({ error: "Choose an organization." }),
  }),
]);
