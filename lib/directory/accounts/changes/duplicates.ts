import { type DirectoryError, duplicate } from "../../error";

/** Which attribute a unique index of the accounts speaks of: a part of the index's name decides. */
const ATTRIBUTES: ReadonlyArray<readonly [index: string, attribute: string, message: string]> = [
  ["email_unique_key", "emails", "The value of emails belongs to another account."],
  ["phone_unique_key", "phoneNumbers", "The value of phoneNumbers belongs to another account."],
  ["username_key", "userName", "An account with this userName exists already."],
  ["external_id", "externalId", "Another account carries this externalId of this application."],
  [
    "extended_values",
    "extended fields",
    "The value of an extended field that must be unique belongs to another account.",
  ],
];

/** The 409 for a broken unique index. @param constraint its name in prisma/migrations */
export function accountDuplicate(constraint: string): DirectoryError | undefined {
  const found = ATTRIBUTES.find(([index]) => constraint.includes(index));
  return found && duplicate(found[1], found[2]);
}
