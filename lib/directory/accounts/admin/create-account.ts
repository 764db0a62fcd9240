import type { z } from "zod";
import { type Admin, requireRole } from "../../actor";
import { change } from "../../change/store";
import { notFound } from "../../error";
import { findFields } from "../../extended-fields/store";
import { newId } from "../../id";
import { checked } from "../../input";
import type { AccountValues } from "../account";
import { shownAccount } from "../audit";
import { hashPassword } from "../password-hash";
import { checkPassword } from "../password-policy";
import { insertAccounts } from "./changes/store";
import { ACCOUNT_REFUSALS } from "./edit-account";
import { extendedOfNew } from "./extended-values";
import { findRootId, readPasswordPolicy } from "./new-account/store";
import { checkedPhone, NewAccount } from "./schema";

/**
 * A new account, made in the console.
 *
 * @throws DirectoryError invalid_value; duplicate naming the field; not_found on the organization
 */
export async function createAccount(
  admin: Admin,
  input: z.input<typeof NewAccount>,
): Promise<{ id: string }> {
  requireRole(admin, "administrator");
  const { password, status, extended, ...wanted } = checked(NewAccount, input);
  const fields = await findFields(admin.instanceId);
  const organizationId = wanted.organizationId ?? (await findRootId(admin.instanceId));
  if (organizationId === undefined) throw notFound("instance", admin.instanceId);
  const values: AccountValues = {
    username: wanted.username,
    displayName: wanted.displayName ?? undefined,
    email: wanted.email ?? undefined,
    phone: checkedPhone(wanted),
    enabled: status === "enabled",
    organizationId,
    externalId: undefined,
    extended: extendedOfNew(fields, extended),
  };
  const passwordHash = await hashOf(admin, password, values);
  const id = newId("account");
  const target = { type: "account", id, name: values.username } as const;
  const after = shownAccount({ syncFields: fields }, values, passwordHash !== undefined);
  await change(
    admin,
    async (tx) => {
      const account = { id, values, passwordHash };
      await insertAccounts(tx.sql, tx.instanceId, [account], fields, { source: "console", time: tx.now });
      await tx.audit("account.create", target, null, after);
    },
    ACCOUNT_REFUSALS,
  );
  return { id };
}

/** Hashing is dear, so it is done before the transaction begins. */
async function hashOf(
  admin: Admin,
  password: string | null | undefined,
  values: AccountValues,
): Promise<string | undefined> {
  if (password === null || password === undefined) return undefined;
  const policy = await readPasswordPolicy(admin.instanceId);
  if (policy === undefined) throw notFound("instance", admin.instanceId);
  checkPassword(password, policy, { ...values, phoneNumber: values.phone?.number });
  return hashPassword(password);
}
