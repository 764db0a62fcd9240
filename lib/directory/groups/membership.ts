import { badRequest } from "@/lib/scim/error";
import type { Filter } from "@/lib/scim/filter/ast";
import { type MembershipStep, type NetMembership, NO_CHANGE, thenStep } from "@/lib/scim/patch/membership";
import type { Caller } from "../callers/caller";
import { type DirectoryError, invalidValue } from "../error";
import { filterSql, Parameters } from "../filter-sql";
import type { MembershipChange } from "./changes/store";
import { memberColumns } from "./columns";
import { findMatchingAccounts } from "./store";

/**
 * Steps taken together, value filters answered by the database.
 *
 * @throws ScimError 400 noTarget
 */
export async function netMembership(
  caller: Caller,
  groupId: string,
  steps: readonly MembershipStep[],
  base: string,
): Promise<MembershipChange> {
  let change = NO_CHANGE;
  for (const step of steps) {
    change =
      step.kind === "removeWhere"
        ? await thenRemoveWhere(caller, groupId, change, step.filter, base)
        : thenStep(change, step);
  }
  const { clear, add, remove, mustMatch } = change;
  return { clear, add: [...add], remove: [...remove], mustMatch: [...mustMatch] };
}

async function thenRemoveWhere(
  caller: Caller,
  groupId: string,
  change: NetMembership,
  filter: Filter,
  base: string,
): Promise<NetMembership> {
  const parameters = new Parameters(3);
  const condition = filterSql(filter, memberColumns(base, parameters), parameters);
  const found = await findMatchingAccounts(caller, groupId, [...change.add], condition, parameters.values);
  const ids = found.filter((id) => change.add.has(id) || !(change.clear || change.remove.has(id)));
  if (ids.length > 0) return thenStep(change, { kind: "remove", ids });
  throw badRequest("noTarget", "members: no member of this group matches the value filter.");
}

/** A member out of the caller's scope, or unknown: the two cannot be told apart. */
export function membersNotInScope(ids: readonly string[]): DirectoryError {
  const names = ids.map((id) => JSON.stringify(id)).join(", ");
  return invalidValue(
    "members",
    `members: ${names} is not an account in the provisioning scope of this application. Create the account first, or widen the scope.`,
  );
}
