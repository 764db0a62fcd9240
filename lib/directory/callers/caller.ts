import type { Actor } from "../actor";
import type { DuplicateCreate, Scenario } from "../applications/application";
import type { ExtendedField } from "../extended-fields/extended-field";
import type { InstanceSettings } from "../instances/instance";

/**
 * An application at work through the SCIM API, as its bearer token says. The token
 * alone decides instance and application (product.md, "Isolation").
 */
export interface Caller {
  readonly instanceId: string;
  readonly applicationId: string;
  readonly applicationName: string;
  readonly tokenId: string;
  readonly enabled: boolean;
  readonly apiEnabled: boolean;
  readonly scenarios: readonly Scenario[];
  readonly scope: ProvisioningScope;
  readonly targetOrganizationId: string | undefined;
  readonly namespace: string;
  readonly duplicateCreate: DuplicateCreate;
  /** The extended fields that the application may read and write. */
  readonly syncFields: readonly ExtendedField[];
  /** Other fields of the instance with a default, which a new account gets. */
  readonly otherDefaults: readonly ExtendedField[];
  readonly settings: InstanceSettings;
  readonly actor: Actor;
}

/**
 * How far the application sees. The organizations and groups themselves stay in the
 * database, where the statements join them: a scope may hold thousands.
 * `everything`: the root is in scope, so that no account needs a check.
 */
export interface ProvisioningScope {
  readonly organizations: "everything" | "some" | "none";
  readonly groups: boolean;
}
