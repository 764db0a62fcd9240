/** The scenarios of the switch "IDaaS API" (product.md, "IDaaS API permissions"). */
export const SCENARIOS = ["user:read", "user:manage", "group:read", "group:manage"] as const;
export type Scenario = (typeof SCENARIOS)[number];

export type ApplicationType = "standard" | "custom";
export type AttributeSet = "basic" | "full";
export type DuplicateCreate = "update" | "reject";

/** What a scenario is called in the console and in error messages. */
export const SCENARIO_NAMES: Record<Scenario, string> = {
  "user:read": "Read accounts",
  "user:manage": "Manage accounts",
  "group:read": "Read groups",
  "group:manage": "Manage groups",
};

/** The scope that stands for a scenario in tokens: `urn:idaas:scope:scim:user:read`. */
export function scenarioUrn(scenario: Scenario): string {
  return `urn:idaas:scope:scim:${scenario}`;
}

/** Manage includes read. */
export function allows(granted: readonly Scenario[], wanted: Scenario): boolean {
  if (granted.includes(wanted)) return true;
  if (wanted === "user:read") return granted.includes("user:manage");
  if (wanted === "group:read") return granted.includes("group:manage");
  return false;
}

/** A system that synchronizes, with everything that is set about it; its id is the client id. */
export interface Application {
  readonly id: string;
  readonly name: string;
  readonly type: ApplicationType;
  readonly enabled: boolean;
  readonly createdAt: Date;
  readonly scope: Scope;
  /** The synchronization target: the organization that gets accounts created without naming one. */
  readonly targetOrganizationId: string | undefined;
  readonly permission: Permission;
  readonly settings: SyncSettings;
}

/** Provisioning scope: each organization with all below it, each group with its members; by id. */
export interface Scope {
  readonly organizations: readonly string[];
  readonly groups: readonly string[];
}

/** The switch "IDaaS API" and the scenarios ticked under it. */
export interface Permission {
  readonly enabled: boolean;
  readonly scenarios: readonly Scenario[];
}

/** Advanced settings (product.md, "Extended fields and advanced settings"). */
export interface SyncSettings {
  readonly namespace: string;
  /** The sync target fields, by key. */
  readonly fields: readonly string[];
  readonly attributeSet: AttributeSet;
  readonly duplicateCreate: DuplicateCreate;
}
