import { foldCase } from "@/lib/scim/compare";
import type { JsonObject } from "@/lib/scim/json";
import { checkBasicSet } from "@/lib/scim/resource/basic-set";
import type { Caller } from "../callers/caller";
import { DirectoryError, duplicate } from "../error";
import type { ExtendedField, FieldValue } from "../extended-fields/extended-field";
import { newId } from "../id";
import type { Account, AccountDraft, AccountValues } from "./account";
import { accountAudit, shownAccount } from "./audit";
import { insertAccount } from "./changes/store";
import { mergeResource } from "./merge-resource";
import { organizationForNewAccount } from "./organization";
import { newPasswordHash } from "./password";
import { changeAccount } from "./save-account";
import { accountDraft, accountResource } from "./scim";
import { findByKeys, findTakenKey, type KeyMatch } from "./store";

/** A creation that meets an account that another request deletes meanwhile tries again. */
const MOST_ATTEMPTS = 5;

/**
 * POST /Users, idempotent (product.md, "Create is idempotent"): a new account, or the
 * one that the same keys find, updated with what was sent.
 *
 * @param resource canonical and validated
 * @param base the SCIM Base URL
 * @throws DirectoryError duplicate, invalid_value, forbidden (no scope, no target)
 */
export async function createAccount(
  caller: Caller,
  resource: JsonObject,
  base: string,
): Promise<{ account: Account; created: boolean }> {
  checkBasicSet(resource);
  const draft = withDefaults(caller, accountDraft(caller, resource));
  // The scope is asked first: without one, nothing is told of what exists.
  const organizationId = await organizationForNewAccount(caller, draft.organizationId);
  // Hashing a password is dear, so with one the keys are looked up first; else the
  // insert itself finds out, in one statement.
  let lookUp = draft.password !== undefined;
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    if (lookUp) {
      const matches = await findByKeys(caller, foldCase(draft.username), draft.externalId);
      const known = knownAccount(caller, draft, matches);
      if (known) return { account: await mergeInto(caller, known, resource, base), created: false };
      const taken = await findTakenKey(caller, draft);
      if (taken) throw duplicate(taken, `The value of ${taken} belongs to another account.`);
    }
    const account = await insertDraft(caller, draft, organizationId);
    if (account) return { account, created: true };
    lookUp = true;
  }
  throw new DirectoryError("conflict", "Too many changes of this User at the same time. Try again.");
}

/** The new account, or undefined when one of its keys is taken. */
async function insertDraft(
  caller: Caller,
  draft: AccountDraft,
  organizationId: string,
): Promise<Account | undefined> {
  const values: AccountValues = { ...draft, organizationId, enabled: draft.enabled ?? true };
  const passwordHash = await newPasswordHash(caller, undefined, draft);
  const id = newId("account");
  const time = new Date();
  const states = { before: null, after: shownAccount(caller, values, typeof passwordHash === "string") };
  const audit = accountAudit(caller, "account.create", { id, ...values }, states, time);
  const others = caller.otherDefaults.flatMap(defaultOf);
  if (!(await insertAccount(caller, { id, values, passwordHash, audit }, others))) return undefined;
  return { ...values, id, groups: [], version: 1, createdAt: time, updatedAt: time };
}

/**
 * The id of the one account that the keys find, if it may be updated.
 * What is out of scope is neither revealed nor changed.
 */
function knownAccount(caller: Caller, draft: AccountDraft, matches: readonly KeyMatch[]): string | undefined {
  const [match] = matches;
  if (!match) return undefined;
  if (matches.length > 1) {
    throw duplicate("userName", "externalId and userName belong to two different accounts.");
  }
  if (!match.in_scope || caller.duplicateCreate === "reject") {
    const key = match.by_username ? "userName" : "externalId";
    throw duplicate(key, `An account with this ${key} exists already.`);
  }
  const otherExternalId = match.external_id !== null && match.external_id !== draft.externalId;
  if (draft.externalId !== undefined && otherExternalId) {
    throw duplicate(
      "externalId",
      "The account with this userName carries another externalId of this application.",
    );
  }
  return match.id;
}

async function mergeInto(caller: Caller, id: string, sent: JsonObject, base: string): Promise<Account> {
  return changeAccount(caller, id, (account) =>
    accountDraft(caller, mergeResource(accountResource(caller, account, base), sent)),
  );
}

function withDefaults(caller: Caller, draft: AccountDraft): AccountDraft {
  const extended = new Map(draft.extended);
  for (const [field, value] of caller.syncFields.flatMap(defaultOf)) {
    if (!extended.has(field.id)) extended.set(field.id, value);
  }
  return { ...draft, extended };
}

function defaultOf(field: ExtendedField): Array<readonly [ExtendedField, FieldValue]> {
  return field.defaultValue === undefined ? [] : [[field, field.defaultValue]];
}
