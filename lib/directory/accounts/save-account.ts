import type { Caller } from "../callers/caller";
import { DirectoryError, notFound } from "../error";
import type { Account, AccountDraft, AccountValues } from "./account";
import { accountAudit, accountChanges } from "./audit";
import { updateAccount } from "./changes/store";
import { checkOrganizationInScope } from "./organization";
import { newPasswordHash } from "./password";
import { findAccount } from "./store";

/** Writers of one account that lose a race try again; this many losses in a row are no race any more. */
const MOST_ATTEMPTS = 50;

/**
 * Brings an account of the caller's scope to the state that `draftOf` makes of its
 * present one. A draft that changes nothing writes nothing: version and lastModified
 * stay. Of racing writers each sees the state that the one before it left.
 *
 * @throws DirectoryError not_found, invalid_value, duplicate
 */
export async function changeAccount(
  caller: Caller,
  id: string,
  draftOf: (account: Account) => AccountDraft,
): Promise<Account> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const account = await findAccount(caller, id);
    if (!account) throw notFound("User", id);
    const saved = await saveAccount(caller, account, draftOf(account));
    if (saved) return saved;
  }
  throw new DirectoryError("conflict", "Too many changes of this User at the same time. Try again.");
}

/** The account as saved, or undefined when another writer was faster. */
async function saveAccount(
  caller: Caller,
  account: Account,
  draft: AccountDraft,
): Promise<Account | undefined> {
  const values: AccountValues = {
    ...draft,
    organizationId: draft.organizationId ?? account.organizationId,
    enabled: draft.enabled ?? account.enabled,
  };
  if (values.organizationId !== account.organizationId) {
    await checkOrganizationInScope(caller, values.organizationId);
  }
  const passwordHash = await newPasswordHash(caller, account.id, draft);
  const changes = accountChanges(caller, account, values, passwordHash);
  if (!changes) return account;
  const time = new Date();
  const audit = accountAudit(caller, "account.update", { id: account.id, ...values }, changes, time);
  const version = await updateAccount(
    caller,
    { id: account.id, values, passwordHash, audit },
    account.version,
  );
  if (version === undefined) return undefined;
  return { ...account, ...values, version, updatedAt: time };
}
