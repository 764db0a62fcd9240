import type { ListedAuditEntry } from "@/lib/directory/logs/audit/list/list-audit";

const ACTIONS: Readonly<Record<string, string>> = {
  "account.create": "Created",
  "account.import": "Imported from CSV",
  "account.update": "Changed",
  "account.delete": "Deleted",
};

const KEYS: Readonly<Record<string, string>> = {
  username: "Username",
  displayName: "Display name",
  email: "Email",
  phoneNumber: "Phone number",
  phoneRegion: "Area code",
  enabled: "Enabled",
  organizationId: "Organization",
  externalId: "External id",
  password: "Password",
};

/** "account.reset_password" reads "Reset password" where no word is set for it. */
export function actionWord(action: string): string {
  const verb = action.slice(action.indexOf(".") + 1).replaceAll("_", " ");
  return ACTIONS[action] ?? verb.charAt(0).toUpperCase() + verb.slice(1);
}

export function keyWord(key: string): string {
  return KEYS[key] ?? key.replace(/^field /, "Field ");
}

interface ShownChange {
  readonly key: string;
  readonly before: string | undefined;
  readonly after: string;
}

/** What differs, as texts. Of a creation there is no before; of a deletion the entry itself says all. */
export function changesOf(
  { before, after }: Pick<ListedAuditEntry, "before" | "after">,
  organizations: ReadonlyMap<string, string>,
): ShownChange[] {
  const shown = (key: string, value: unknown) => organizations.get(String(value)) ?? text(key, value);
  return Object.entries(after ?? {}).map(([key, value]) => ({
    key,
    before: before && key in before ? shown(key, before[key]) : undefined,
    after: shown(key, value),
  }));
}

function text(key: string, value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  if (key === "password") return "set anew";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.join(", ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
