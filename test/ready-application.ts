import type { z } from "zod";
import type { Actor, Admin } from "@/lib/directory/actor";
import { type DuplicateCreate, SCENARIOS, type Scenario } from "@/lib/directory/applications/application";
import { createApplication } from "@/lib/directory/applications/create-application";
import { setScope } from "@/lib/directory/applications/scope/set-scope";
import { setTarget } from "@/lib/directory/applications/scope/set-target";
import { setPermission } from "@/lib/directory/applications/set-permission";
import { setSyncSettings } from "@/lib/directory/applications/settings/set-settings";
import { createField, type NewField } from "@/lib/directory/extended-fields/create-field";
import { createInstance } from "@/lib/directory/instances/create-instance";
import { type NewInstanceSettings, setInstanceSettings } from "@/lib/directory/instances/set-settings";
import { createOrganization } from "@/lib/directory/organizations/create-organization";
import { issueToken } from "@/lib/directory/tokens/issue-token";
import { DEFAULT_NAMESPACE } from "@/lib/scim/urn";

const ACTOR: Actor = { kind: "command_line", id: "test", name: "test", address: "127.0.0.1" };

type Field = z.input<typeof NewField>;

/** An instance with a small tree: the root, above `target` and its child, and `outside` beside them. */
export interface ReadyInstance {
  readonly instanceId: string;
  /** An owner of the instance, for further use cases. */
  readonly admin: Admin;
  readonly rootOrganizationId: string;
  readonly targetOrganizationId: string;
  /** Below the target. */
  readonly childOrganizationId: string;
  /** A sibling of the target, out of the usual scope. */
  readonly outsideOrganizationId: string;
  /** The keys of its extended fields. */
  readonly fields: readonly string[];
}

export interface InstanceOptions {
  readonly name?: string;
  readonly settings?: z.input<typeof NewInstanceSettings>;
  /** `badge` (text) and `floor` (number) unless told. */
  readonly fields?: readonly Field[];
}

export interface ApplicationOptions {
  readonly name?: string;
  /** All unless told. */
  readonly scenarios?: readonly Scenario[];
  readonly apiEnabled?: boolean;
  /** The target organization with all below it unless told; "none": neither scope nor target. */
  readonly scope?:
    | "target"
    | "root"
    | "none"
    | { readonly organizations?: string[]; readonly groups?: string[] };
  readonly namespace?: string;
  /** The keys of the sync target fields; all of the instance unless told. */
  readonly syncFields?: readonly string[];
  readonly duplicateCreate?: DuplicateCreate;
}

/** An application that synchronizes as soon as its token is sent. */
export interface ReadyApplication extends ReadyInstance {
  readonly applicationId: string;
  readonly tokenId: string;
  readonly token: string;
  readonly namespace: string;
}

const FIELDS: readonly Field[] = [
  { key: "badge", name: "Badge", type: "text" },
  { key: "floor", name: "Floor", type: "number" },
];

/** Made by the directory's own use cases, in the database of the process (lib/db/client). */
export async function readyInstance(options: InstanceOptions = {}): Promise<ReadyInstance> {
  const { name = "Northern Harbour", settings, fields = FIELDS } = options;
  const { id: instanceId, rootOrganizationId } = await createInstance(ACTOR, { name });
  const admin: Admin = { instanceId, role: "owner", actor: ACTOR };
  if (settings) await setInstanceSettings(admin, settings);
  const target = await createOrganization(admin, { name: "Staff" });
  const child = await createOrganization(admin, { name: "Night shift", parentId: target.id });
  const outside = await createOrganization(admin, { name: "Partners" });
  for (const field of fields) await createField(admin, field);
  return {
    instanceId,
    admin,
    rootOrganizationId,
    targetOrganizationId: target.id,
    childOrganizationId: child.id,
    outsideOrganizationId: outside.id,
    fields: fields.map(({ key }) => key),
  };
}

/**
 * An application with scope, target, permissions, sync target fields and a token.
 *
 * @param instance where it belongs, such as another ready application of it; by default a new one
 */
export async function readyApplication(
  options: ApplicationOptions = {},
  instance?: ReadyInstance,
): Promise<ReadyApplication> {
  const home = instance ?? (await readyInstance());
  const { admin } = home;
  const { name = "Identity provider", scenarios = SCENARIOS, apiEnabled = true } = options;
  const { namespace = DEFAULT_NAMESPACE, syncFields = home.fields, duplicateCreate = "update" } = options;
  const { id: applicationId } = await createApplication(admin, { name, type: "custom" });
  await setScopeAndTarget(home, applicationId, options.scope ?? "target");
  await setPermission(admin, applicationId, { enabled: apiEnabled, scenarios: [...scenarios] });
  await setSyncSettings(admin, applicationId, { namespace, fields: [...syncFields], duplicateCreate });
  const { id: tokenId, token } = await issueToken(admin, applicationId, { days: 30 });
  return { ...home, applicationId, tokenId, token, namespace };
}

/** The target organization is `target`, or the first organization of a scope that was told. */
async function setScopeAndTarget(
  { admin, rootOrganizationId, targetOrganizationId }: ReadyInstance,
  applicationId: string,
  scope: NonNullable<ApplicationOptions["scope"]>,
): Promise<void> {
  if (scope === "none") return;
  if (scope === "target" || scope === "root") {
    const organizations = [scope === "root" ? rootOrganizationId : targetOrganizationId];
    await setScope(admin, applicationId, { organizations });
    await setTarget(admin, applicationId, targetOrganizationId);
    return;
  }
  await setScope(admin, applicationId, scope);
  const [first] = scope.organizations ?? [];
  if (first !== undefined) await setTarget(admin, applicationId, first);
}
