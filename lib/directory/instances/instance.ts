import type { PolicyName } from "../accounts/password-policy";

/** What an instance decides for all its accounts (console: Basic fields, Settings). */
export interface InstanceSettings {
  readonly uniqueEmail: boolean;
  readonly uniquePhone: boolean;
  readonly passwordPolicy: PolicyName;
}

/** One tenant: a closed directory with its own administrators. */
export interface Instance {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly settings: InstanceSettings;
}
