import type { Admin } from "../../actor";
import { type Change, change, type Refusals } from "../../change/store";
import { DirectoryError, notFound } from "../../error";
import type { ExtendedField } from "../../extended-fields/extended-field";
import { findFields } from "../../extended-fields/store";
import { changedSince } from "../../logs/audit/changed-since/store";
import type { AuditAction } from "../../logs/audit/entry";
import type { AccountValues } from "../account";
import { accountChanges } from "../audit";
import { accountDuplicate } from "../changes/duplicates";
import { type HeldAccount, lockAccounts } from "./changes/store";
import { consoleRefusal } from "./console-words";

/** An account that a change holds, and what goes with it. */
export interface AccountAtHand {
  readonly tx: Change;
  readonly account: HeldAccount;
  readonly fields: readonly ExtendedField[];
}

/**
 * A change of one account.
 *
 * @param version the one that the administrator saw, if the change depends on it
 * @throws DirectoryError not_found; conflict naming what changed since that version
 */
export async function editAccount<T>(
  admin: Admin,
  id: string,
  version: number | undefined,
  work: (held: AccountAtHand) => Promise<T>,
  before: (tx: Change) => Promise<void> = async () => {},
): Promise<T> {
  const fields = await findFields(admin.instanceId);
  return change(
    admin,
    async (tx) => {
      await before(tx);
      const [account] = await lockAccounts(tx, [id], fields);
      if (!account) throw notFound("account", id);
      if (version !== undefined && version !== account.version) {
        const what = `account ${JSON.stringify(account.values.username)}`;
        throw await changedSince(tx, what, id, account.version - version);
      }
      return work({ tx, account, fields });
    },
    ACCOUNT_REFUSALS,
  );
}

/** What the keys of the accounts table mean to an administrator. */
export const ACCOUNT_REFUSALS: Refusals = {
  taken: (constraint) => {
    const problem = accountDuplicate(constraint);
    return problem && consoleRefusal(problem);
  },
  held: (constraint) => (constraint.includes("organization") ? unknownOrganization() : undefined),
};

function unknownOrganization(): DirectoryError {
  const message = "That organization is not known here. Choose another.";
  return new DirectoryError("not_found", message, "organizationId");
}

/** The audit entry of an update; false when nothing differs, and then nothing is to be written. */
export async function recordUpdate(
  { tx, account, fields }: AccountAtHand,
  action: AuditAction,
  after: AccountValues,
): Promise<boolean> {
  const changes = accountChanges({ syncFields: fields }, account.values, after, undefined);
  if (!changes) return false;
  const target = { type: "account", id: account.id, name: after.username } as const;
  await tx.audit(action, target, changes.before, changes.after);
  return true;
}
