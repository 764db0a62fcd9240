import type { Caller } from "../callers/caller";
import type { AccountDraft } from "./account";
import { hashPassword, verifyPassword } from "./password-hash";
import { checkPassword } from "./password-policy";
import { findPasswordHash } from "./store";

/**
 * The hash to store for the password of a draft; null to clear it; undefined when nothing
 * changes: none was sent, or the account has that password already.
 *
 * @param accountId undefined for a new account
 */
export async function newPasswordHash(
  caller: Caller,
  accountId: string | undefined,
  draft: AccountDraft,
): Promise<string | null | undefined> {
  if (draft.password === undefined) return undefined;
  const current = accountId === undefined ? undefined : await findPasswordHash(caller, accountId);
  if (draft.password === null) return current === undefined ? undefined : null;
  if (current !== undefined && (await verifyPassword(current, draft.password))) return undefined;
  checkPassword(draft.password, caller.settings.passwordPolicy, {
    username: draft.username,
    displayName: draft.displayName,
    phoneNumber: draft.phone?.number,
    email: draft.email,
  });
  return hashPassword(draft.password);
}
