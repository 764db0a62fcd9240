import type { FieldValue } from "../../extended-fields/extended-field";

/** An account as administrators see it: everything but secrets. */
export interface AccountView {
  readonly id: string;
  readonly username: string;
  readonly displayName: string | undefined;
  readonly email: string | undefined;
  readonly phoneRegion: string | undefined;
  readonly phoneNumber: string | undefined;
  readonly hasPassword: boolean;
  readonly status: "enabled" | "disabled";
  readonly organization: { readonly id: string; readonly name: string };
  readonly source: "console" | "csv_import" | "application";
  /** The application that created it. */
  readonly sourceApplicationId: string | undefined;
  /** By the id of the application that knows the account under it. */
  readonly externalIds: Readonly<Record<string, string>>;
  /** By the key of the extended field, without the encrypted ones. */
  readonly extended: Readonly<Record<string, FieldValue>>;
  /** The keys of the encrypted fields that hold a value. */
  readonly encryptedFields: readonly string[];
  readonly groups: ReadonlyArray<{ readonly id: string; readonly displayName: string }>;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
