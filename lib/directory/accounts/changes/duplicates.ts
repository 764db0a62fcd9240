import type { Caller } from "../../callers/caller";
import { type DirectoryError, duplicate } from "../../error";
import type { ExtendedField } from "../../extended-fields/extended-field";

/** Which attribute a unique index of the accounts speaks of: a part of the index's name decides. */
const ATTRIBUTES: ReadonlyArray<readonly [index: string, attribute: string, message: string]> = [
  ["email_unique_key", "emails", "The value of emails belongs to another account."],
  ["phone_unique_key", "phoneNumbers", "The value of phoneNumbers belongs to another account."],
  ["username_key", "userName", "An account with this userName exists already."],
  ["external_id", "externalId", "Another account carries this externalId of this application."],
];

/** The 409 for a broken unique index. @param constraint its name in prisma/migrations */
export function accountDuplicate(constraint: string): DirectoryError | undefined {
  const found = ATTRIBUTES.find(([index]) => constraint.includes(index));
  return found && duplicate(found[1], found[2]);
}

/** The 409 for a unique extended field. @param field undefined: the other value has gone meanwhile */
export function fieldDuplicate(caller: Caller, field: ExtendedField | undefined): DirectoryError {
  const label = field ? `${caller.namespace}:${field.key}` : "an extended field that must be unique";
  return duplicate(label, `The value of ${label} belongs to another account.`);
}
