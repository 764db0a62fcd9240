import type { FieldValue } from "../../extended-fields/extended-field";

export type AccountStatus = "enabled" | "disabled";
export type AccountSource = "console" | "csv_import" | "application";

/** Something that an account refers to, by name. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** An account as administrators see it: everything but secrets. */
export interface AccountView {
  readonly id: string;
  readonly username: string;
  readonly displayName: string | undefined;
  readonly email: string | undefined;
  readonly phoneRegion: string | undefined;
  readonly phoneNumber: string | undefined;
  readonly hasPassword: boolean;
  readonly status: AccountStatus;
  readonly organization: Named;
  readonly source: AccountSource;
  /** The application that created it. */
  readonly sourceApplicationId: string | undefined;
  /** By the id of the application that knows the account under it. */
  readonly externalIds: Readonly<Record<string, string>>;
  /** By the key of the extended field, without the encrypted ones. */
  readonly extended: Readonly<Record<string, FieldValue>>;
  /** The keys of the encrypted fields that hold a value. */
  readonly encryptedFields: readonly string[];
  readonly groups: ReadonlyArray<{ readonly id: string; readonly displayName: string }>;
  /** An edit carries the version that it started from. */
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** An account as a line of a list. */
export interface AccountRow {
  readonly id: string;
  readonly username: string;
  readonly displayName: string | undefined;
  readonly email: string | undefined;
  readonly status: AccountStatus;
  readonly organization: Named;
  readonly source: AccountSource;
  /** The application that created it, while it exists. */
  readonly sourceApplication: Named | undefined;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
