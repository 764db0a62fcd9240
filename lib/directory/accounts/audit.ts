import type { Caller } from "../callers/caller";
import type { FieldValue } from "../extended-fields/extended-field";
import type { AuditEntry, AuditState } from "../logs/audit/entry";
import type { AccountValues } from "./account";

type Change = "account.create" | "account.update" | "account.delete";

/** What the audit log keeps of a change of an account. */
export function accountAudit(
  caller: Caller,
  action: Change,
  target: { readonly id: string; readonly username: string },
  states: { readonly before: AuditState; readonly after: AuditState },
  time: Date,
): AuditEntry {
  return {
    time,
    actor: caller.actor,
    action,
    target: { type: "account", id: target.id, name: target.username },
    ...states,
  };
}

/** The extended fields that a writer sees: those of an application, or all of the instance. */
export type SeenFields = Pick<Caller, "syncFields">;

/**
 * What differs between two states of an account, under the product's words; undefined
 * when nothing does. Encrypted values and passwords are told by their presence alone.
 */
export function accountChanges(
  caller: SeenFields,
  before: AccountValues,
  after: AccountValues,
  passwordHash: string | null | undefined,
): { before: AuditState; after: AuditState } | undefined {
  const old: Record<string, unknown> = {};
  const next: Record<string, unknown> = {};
  const was = accountState(caller, before);
  const is = accountState(caller, after);
  for (const key of new Set([...Object.keys(was), ...Object.keys(is)])) {
    if (JSON.stringify(was[key]) === JSON.stringify(is[key])) continue;
    old[key] = shown(caller, key, was[key]);
    next[key] = shown(caller, key, is[key]);
  }
  if (passwordHash !== undefined) next.password = passwordHash !== null;
  return Object.keys(next).length === 0 ? undefined : { before: old, after: next };
}

/** A whole state, for the entry of a creation or deletion. */
export function shownAccount(caller: SeenFields, values: AccountValues, passwordSet: boolean): AuditState {
  const shownState: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(accountState(caller, values))) {
    if (value !== undefined) shownState[key] = shown(caller, key, value);
  }
  return passwordSet ? { ...shownState, password: true } : shownState;
}

type Described = string | boolean | FieldValue | undefined;

function accountState(caller: SeenFields, values: AccountValues): Record<string, Described> {
  const state: Record<string, Described> = {
    username: values.username,
    displayName: values.displayName,
    email: values.email,
    phoneNumber: values.phone?.value,
    phoneRegion: values.phone?.regionSent,
    enabled: values.enabled,
    organizationId: values.organizationId,
    externalId: values.externalId,
  };
  for (const field of caller.syncFields) state[`field ${field.key}`] = values.extended.get(field.id);
  return state;
}

function shown(caller: SeenFields, key: string, value: Described): unknown {
  if (value === undefined) return null;
  const encrypted = caller.syncFields.some((field) => field.encrypted && `field ${field.key}` === key);
  return encrypted ? "[encrypted]" : value;
}
