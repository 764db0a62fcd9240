import type { JsonObject } from "@/lib/scim/json";
import { applyPatch } from "@/lib/scim/patch/apply";
import type { PatchOperation } from "@/lib/scim/patch/parse";
import { checkBasicSet } from "@/lib/scim/resource/basic-set";
import type { Caller } from "../callers/caller";
import { notFound } from "../error";
import type { Account } from "./account";
import { accountAudit, shownAccount } from "./audit";
import { deleteAccount } from "./changes/store";
import { changeAccount } from "./save-account";
import { accountDraft, accountResource } from "./scim";
import { findAccount } from "./store";
import { userType } from "./user-type";

/**
 * PUT (RFC 7644 §3.5.1): what the resource does not hold is cleared, but for password,
 * organizationId and status.
 *
 * @param resource canonical and validated
 */
export async function replaceAccount(caller: Caller, id: string, resource: JsonObject): Promise<Account> {
  checkBasicSet(resource);
  const draft = accountDraft(caller, resource);
  return changeAccount(caller, id, () => draft);
}

/**
 * PATCH (RFC 7644 §3.5.2): all operations or none; judged on the state after the last.
 *
 * @param base the SCIM Base URL
 * @returns the account, and the attributes that were accepted and not stored
 */
export async function patchAccount(
  caller: Caller,
  id: string,
  operations: readonly PatchOperation[],
  base: string,
): Promise<{ account: Account; ignored: readonly string[] }> {
  let ignored: readonly string[] = [];
  const account = await changeAccount(caller, id, (current) => {
    const before = { ...accountResource(caller, current, base), password: KEPT_PASSWORD };
    const patched = applyPatch(before, operations, userType(caller));
    ignored = patched.ignored;
    checkBasicSet(patched.resource);
    return { ...accountDraft(caller, patched.resource), password: passwordAfter(patched.resource) };
  });
  return { account, ignored };
}

/** Stands for the password, which is never read, while a PATCH is applied. No client can send it: NUL is refused. */
const KEPT_PASSWORD = "\0kept";

/** undefined: as it is; null: cleared. */
function passwordAfter({ password }: JsonObject): string | null | undefined {
  if (password === KEPT_PASSWORD) return undefined;
  return typeof password === "string" ? password : null;
}

/** DELETE (RFC 7644 §3.6). @throws DirectoryError not_found */
export async function removeAccount(caller: Caller, id: string): Promise<void> {
  const account = await findAccount(caller, id);
  if (!account) throw notFound("User", id);
  const states = { before: shownAccount(caller, account, false), after: null };
  const audit = accountAudit(caller, "account.delete", account, states, new Date());
  if (!(await deleteAccount(caller, id, audit))) throw notFound("User", id);
}
