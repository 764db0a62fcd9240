import { type Admin, requireRole } from "../../../actor";
import type { ExtendedField } from "../../../extended-fields/extended-field";
import { findFields } from "../../../extended-fields/store";
import type { AccountView, Named } from "../account-view";
import { getAccountView } from "../read-accounts";
import { originsOf, type ValueOrigin } from "./origins";
import { type ExternalId, findExternalIds, findHistory, findOrganizationPath } from "./store";

/** An account with everything around it, for its page. */
export interface AccountDetail {
  readonly account: AccountView;
  /** From the root to the account's own. */
  readonly organizationPath: readonly Named[];
  readonly externalIds: readonly ExternalId[];
  /** Where each value came from, by its name in the audit log; absent where the log does not say. */
  readonly origins: Readonly<Record<string, ValueOrigin>>;
  /** All fields of the instance, whether the account holds a value or not. */
  readonly fields: readonly ExtendedField[];
}

/** @throws DirectoryError not_found */
export async function getAccountDetail(admin: Admin, id: string): Promise<AccountDetail> {
  requireRole(admin, "auditor");
  const account = await getAccountView(admin, { id });
  const { instanceId } = admin;
  return {
    account,
    organizationPath: await findOrganizationPath(instanceId, account.organization.id),
    externalIds: await findExternalIds(instanceId, id),
    origins: originsOf(await findHistory(instanceId, id)),
    fields: await findFields(instanceId),
  };
}
