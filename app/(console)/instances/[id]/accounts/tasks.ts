import { changeAccountsAction, deleteAccountAction, moveAccountAction, switchAccountAction } from "./actions";

/** An account as the dialogs name it. */
export interface TaskAccount {
  readonly id: string;
  readonly username: string;
  readonly version: number;
}

export type TaskKind = "enable" | "disable" | "delete" | "move" | "password";

/** Something to do with one account, or with a selection of them. */
export interface AccountTask {
  readonly kind: TaskKind;
  readonly accounts: readonly TaskAccount[];
}

/** "barbara", "12 accounts". */
export function accountsText(accounts: readonly TaskAccount[]): string {
  const [only, ...others] = accounts;
  return only && others.length === 0 ? only.username : `${accounts.length.toLocaleString("en")} accounts`;
}

/** One account is changed as it was seen; of a selection, all or none. */
export function switchAccounts(instanceId: string, accounts: readonly TaskAccount[], enabled: boolean) {
  const [only, ...others] = accounts;
  if (only && others.length === 0) {
    return switchAccountAction(instanceId, undefined, { accountId: only.id, enabled });
  }
  const action = enabled ? "enable" : "disable";
  return changeAccountsAction(instanceId, undefined, { action, ids: idsOf(accounts) });
}

export function deleteAccounts(instanceId: string, accounts: readonly TaskAccount[]) {
  const [only, ...others] = accounts;
  if (only && others.length === 0) {
    return deleteAccountAction(instanceId, undefined, { accountId: only.id, version: only.version });
  }
  return changeAccountsAction(instanceId, undefined, { action: "delete", ids: idsOf(accounts) });
}

export function moveAccounts(instanceId: string, accounts: readonly TaskAccount[], organizationId: string) {
  const [only, ...others] = accounts;
  if (only && others.length === 0) {
    const { id: accountId, version } = only;
    return moveAccountAction(instanceId, undefined, { accountId, version, organizationId });
  }
  return changeAccountsAction(instanceId, undefined, {
    action: "move",
    ids: idsOf(accounts),
    organizationId,
  });
}

function idsOf(accounts: readonly TaskAccount[]): string[] {
  return accounts.map(({ id }) => id);
}
