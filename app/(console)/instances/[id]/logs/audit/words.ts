import type { AuditedType } from "@/lib/directory/logs/audit/entry";

/** What can have changed, in the order of the filter. */
export const NOUNS = [
  "account",
  "group",
  "organization",
  "application",
  "token",
  "secret",
  "field",
  "administrator",
  "instance",
] as const satisfies readonly AuditedType[];

export const NOUN_LABELS: Record<AuditedType, string> = {
  account: "Accounts",
  group: "Groups",
  organization: "Organizations",
  application: "Applications",
  token: "Bearer tokens",
  secret: "Client secrets",
  field: "Extended fields",
  administrator: "Administrators",
  instance: "Instance",
};

/** Actions that the verb and the noun alone would not say. */
const SENTENCES: Readonly<Record<string, string>> = {
  "account.import": "Imported account",
  "administrator.password": "Changed password of administrator",
  "administrator.recovery_codes": "Made new recovery codes of administrator",
  "administrator.role": "Changed role of administrator",
  "administrator.second_factor": "Changed second factor of administrator",
  "administrator.sign_out_everywhere": "Signed out everywhere",
  "application.permission": "Changed API permissions of application",
  "application.scope": "Changed provisioning scope of application",
  "application.settings": "Changed advanced settings of application",
  "application.target": "Changed target organization of application",
  "instance.set": "Changed settings of instance",
};

const PAST: Readonly<Record<string, string>> = {
  create: "Created",
  update: "Changed",
  delete: "Deleted",
  enable: "Enabled",
  disable: "Disabled",
  move: "Moved",
  rename: "Renamed",
  remove: "Removed",
};

const NOUN_WORDS: Readonly<Record<string, string>> = {
  token: "bearer token",
  secret: "client secret",
  field: "extended field",
};

/** `token.create` as a person says it: *Created bearer token*. An action that is not known speaks for itself. */
export function actionText(action: string): string {
  const [noun = "", verb = ""] = action.split(".");
  const past = PAST[verb];
  return SENTENCES[action] ?? (past === undefined ? action : `${past} ${NOUN_WORDS[noun] ?? noun}`);
}

const ACTORS: Readonly<Record<string, string>> = {
  administrator: "Administrator",
  application: "Application",
  command_line: "Command line",
};

export function actorKindText(kind: string): string {
  return ACTORS[kind] ?? kind;
}
