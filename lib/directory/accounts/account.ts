import type { FieldValue } from "../extended-fields/extended-field";
import type { Phone } from "./phone";

/** What an account holds that an application can set (product.md, "Accounts"). */
export interface AccountValues {
  readonly username: string;
  readonly displayName: string | undefined;
  readonly email: string | undefined;
  readonly phone: Phone | undefined;
  readonly enabled: boolean;
  readonly organizationId: string;
  /** The id under which the calling application knows the account. */
  readonly externalId: string | undefined;
  /** By the id of the extended field; the sync target fields of the calling application only. */
  readonly extended: ReadonlyMap<string, FieldValue>;
}

/** A group in the caller's scope that holds the account. */
export interface AccountGroup {
  readonly id: string;
  readonly displayName: string;
}

/** A user of the directory, as one application sees it. */
export interface Account extends AccountValues {
  readonly id: string;
  /** Empty where they were not asked for. */
  readonly groups: readonly AccountGroup[];
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/**
 * The wanted state of an account. Without organizationId it stays where it is, or is
 * created in the target organization; without enabled it keeps its status, or is
 * created enabled; without password it keeps the one it has, with null it has none.
 */
export interface AccountDraft extends Omit<AccountValues, "organizationId" | "enabled"> {
  readonly organizationId: string | undefined;
  readonly enabled: boolean | undefined;
  readonly password: string | null | undefined;
}
