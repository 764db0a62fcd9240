import { operator } from "@/cli/operator";
import type { Admin } from "@/lib/directory/actor";
import { createInstanceAdministrator } from "@/lib/directory/administrators/create-administrator";
import { listAdministrators } from "@/lib/directory/administrators/set-role";
import { SCENARIOS } from "@/lib/directory/applications/application";
import { createApplication } from "@/lib/directory/applications/create-application";
import { listApplications } from "@/lib/directory/applications/read-application";
import { setScope } from "@/lib/directory/applications/scope/set-scope";
import { setTarget } from "@/lib/directory/applications/scope/set-target";
import { setPermission } from "@/lib/directory/applications/set-permission";
import { setSyncSettings } from "@/lib/directory/applications/settings/set-settings";
import { createField } from "@/lib/directory/extended-fields/create-field";
import { listFields } from "@/lib/directory/extended-fields/list-fields";
import { createInstance } from "@/lib/directory/instances/create-instance";
import { listInstances } from "@/lib/directory/instances/list-instances";
import { createOrganization } from "@/lib/directory/organizations/create-organization";
import { readTree } from "@/lib/directory/organizations/tree/read-tree";

/** What the recorded sessions are played against. */
export interface DemoDirectory {
  readonly admin: Admin;
  readonly applicationId: string;
  readonly targetOrganizationId: string;
  readonly namespace: string;
}

const INSTANCE = "Northern Harbour";
const TARGET = "Employees";
const READY = "Workforce identity provider";
const NOT_READY = "Payroll";

/** Name and the name of the parent, parents first; without a parent below the root. */
const ORGANIZATIONS: readonly (readonly [name: string, parent?: string])[] = [
  [TARGET],
  ["Operations", TARGET],
  ["Quay", "Operations"],
  ["Yard", "Operations"],
  ["Technology", TARGET],
  ["Finance", TARGET],
  ["Partners"],
  ["Customs brokers", "Partners"],
  ["Shipping lines", "Partners"],
];

const FIELDS = [
  { key: "badge", name: "Badge", type: "text", description: "The number printed on the badge" },
  { key: "floor", name: "Floor", type: "number", description: "Where the desk is" },
] as const;

/**
 * The demo's instance, as the first start made it. Each part is made where it is missing,
 * so that a start that was cut short is completed by the next; what is there is left as it is.
 */
export async function demoDirectory(administrator: {
  email: string;
  password: string;
}): Promise<DemoDirectory> {
  const admin = await instanceAdmin();
  const administrators = await listAdministrators(admin);
  if (!administrators.some(({ email }) => email === administrator.email)) {
    await createInstanceAdministrator(admin, { ...administrator, role: "owner" });
  }
  const targetOrganizationId = await makeOrganizations(admin);
  await makeFields(admin);
  const application = await readyApplication(admin, targetOrganizationId);
  await namedApplication(admin, NOT_READY);
  return { admin, ...application };
}

async function instanceAdmin(): Promise<Admin> {
  const actor = operator();
  const known = (await listInstances(actor)).find(({ name }) => name === INSTANCE);
  const { id } = known ?? (await createInstance(actor, { name: INSTANCE }));
  return { instanceId: id, role: "owner", actor };
}

/** @returns the id of the target organization */
async function makeOrganizations(admin: Admin): Promise<string> {
  const ids = new Map((await readTree(admin)).map(({ name, id }) => [name, id]));
  for (const [name, parent] of ORGANIZATIONS) {
    if (ids.has(name)) continue;
    const parentId = parent === undefined ? undefined : ids.get(parent);
    const { id } = await createOrganization(admin, parentId === undefined ? { name } : { name, parentId });
    ids.set(name, id);
  }
  const target = ids.get(TARGET);
  if (target === undefined) throw new Error(`The demo has no organization ${TARGET}.`);
  return target;
}

async function makeFields(admin: Admin): Promise<void> {
  const known = new Set((await listFields(admin)).map(({ key }) => key));
  for (const field of FIELDS) {
    if (!known.has(field.key)) await createField(admin, field);
  }
}

async function readyApplication(admin: Admin, target: string): Promise<Omit<DemoDirectory, "admin">> {
  const application = await namedApplication(admin, READY);
  const { id, settings, targetOrganizationId } = application;
  if (targetOrganizationId !== undefined) {
    return { applicationId: id, targetOrganizationId, namespace: settings.namespace };
  }
  await setSyncSettings(admin, id, { fields: FIELDS.map(({ key }) => key) });
  await setPermission(admin, id, { enabled: true, scenarios: [...SCENARIOS] });
  await setScope(admin, id, { organizations: [target] });
  // Last, because it says that the rest is done.
  await setTarget(admin, id, target);
  return { applicationId: id, targetOrganizationId: target, namespace: settings.namespace };
}

async function namedApplication(admin: Admin, wanted: string) {
  const find = async () => (await listApplications(admin)).find(({ name }) => name === wanted);
  const known = await find();
  if (known) return known;
  await createApplication(admin, { name: wanted, type: "custom" });
  const made = await find();
  if (!made) throw new Error(`The application ${wanted} was deleted while the demo started.`);
  return made;
}
