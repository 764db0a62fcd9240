import { type DirectoryError, invalidValue } from "../error";

/** A member out of the caller's scope, or unknown: the two cannot be told apart. */
export function membersNotInScope(ids: readonly string[]): DirectoryError {
  const names = ids.map((id) => JSON.stringify(id)).join(", ");
  return invalidValue(
    "members",
    `members: ${names} is not an account in the provisioning scope of this application. Create the account first, or widen the scope.`,
  );
}
