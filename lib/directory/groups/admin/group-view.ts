import type { AccountStatus, Named } from "../../accounts/admin/account-view";
import type { ExternalId } from "../../accounts/admin/detail/store";

/** A group as a line of a list. */
export interface GroupRow {
  readonly id: string;
  readonly displayName: string;
  readonly members: number;
  /** The application that created it, while it exists. */
  readonly sourceApplication: Named | undefined;
  /** An edit carries the version that it started from. */
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A group with everything around it but its members, which are paged. */
export interface GroupView extends GroupRow {
  readonly externalIds: readonly ExternalId[];
  /** The applications in whose provisioning scope it is listed. */
  readonly inScopeOf: readonly Named[];
}

/** An account as a line of a group's members. */
export interface MemberRow {
  readonly id: string;
  readonly username: string;
  readonly displayName: string | undefined;
  readonly email: string | undefined;
  readonly status: AccountStatus;
  readonly organization: Named;
}
