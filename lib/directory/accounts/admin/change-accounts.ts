import type { z } from "zod";
import { type Admin, requireRole } from "../../actor";
import { type Change, change } from "../../change/store";
import { DirectoryError } from "../../error";
import type { ExtendedField } from "../../extended-fields/extended-field";
import { findFields } from "../../extended-fields/store";
import { checked } from "../../input";
import { appendAudits } from "../../logs/audit/append-many/store";
import type { AuditEntry } from "../../logs/audit/entry";
import type { AccountValues } from "../account";
import { accountChanges, shownAccount } from "../audit";
import { deleteAccountRows, type HeldAccount, lockAccounts, setColumn, touchGroupsOf } from "./changes/store";
import { ACCOUNT_REFUSALS } from "./edit-account";
import { AccountSelection } from "./schema";

type Selection = z.output<typeof AccountSelection>;

/**
 * The same change for a selection of accounts: all of them or none.
 *
 * @returns how many differ from before
 * @throws DirectoryError not_found when one of them, or the organization, does not exist (any more)
 */
export async function changeAccounts(
  admin: Admin,
  input: z.input<typeof AccountSelection>,
): Promise<{ changed: number }> {
  requireRole(admin, "administrator");
  const selection = checked(AccountSelection, input);
  const ids = [...new Set(selection.ids)].sort();
  const fields = await findFields(admin.instanceId);
  return change(
    admin,
    async (tx) => {
      if (selection.action === "delete") await touchGroupsOf(tx, ids);
      const accounts = await lockAccounts(tx, ids, fields);
      if (accounts.length < ids.length) throw someGone(ids.length - accounts.length, ids.length);
      const entries = accounts.flatMap((account) => entryOf(admin, tx, selection, account, fields));
      const changed = entries.map(({ target }) => target.id);
      if (changed.length > 0) await write(tx, selection, changed);
      await appendAudits(tx.sql, tx.instanceId, entries);
      return { changed: changed.length };
    },
    ACCOUNT_REFUSALS,
  );
}

/** None for an account that is as it should be already. */
function entryOf(
  { actor }: Admin,
  { now }: Change,
  selection: Selection,
  { id, values }: HeldAccount,
  fields: readonly ExtendedField[],
): AuditEntry[] {
  const seen = { syncFields: fields };
  const entry = { time: now, actor, target: { type: "account", id, name: values.username } } as const;
  if (selection.action === "delete") {
    return [{ ...entry, action: "account.delete", before: shownAccount(seen, values, false), after: null }];
  }
  const changes = accountChanges(seen, values, valuesAfter(selection, values), undefined);
  return changes ? [{ ...entry, action: "account.update", ...changes }] : [];
}

function valuesAfter(selection: Selection, values: AccountValues): AccountValues {
  if (selection.action === "move") return { ...values, organizationId: selection.organizationId };
  return { ...values, enabled: selection.action === "enable" };
}

async function write(tx: Change, selection: Selection, ids: readonly string[]): Promise<void> {
  switch (selection.action) {
    case "delete":
      return deleteAccountRows(tx, ids);
    case "move":
      return setColumn(tx, ids, { organizationId: selection.organizationId });
    case "enable":
    case "disable":
      return setColumn(tx, ids, { enabled: selection.action === "enable" });
  }
}

function someGone(gone: number, all: number): DirectoryError {
  return new DirectoryError(
    "not_found",
    `${gone} of the ${all} accounts you selected ${gone === 1 ? "does" : "do"} not exist any more. Nothing was changed. Reload the list and select again.`,
    "ids",
  );
}
