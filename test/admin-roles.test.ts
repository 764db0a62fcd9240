import { describe, expect, test } from "vitest";
import { database } from "@/lib/db/client";
import { listAccountViews } from "@/lib/directory/accounts/admin/read-accounts";
import type { Admin } from "@/lib/directory/actor";
import { createInstanceAdministrator } from "@/lib/directory/administrators/create-administrator";
import { listAdministrators, setRole } from "@/lib/directory/administrators/set-role";
import { createApplication } from "@/lib/directory/applications/create-application";
import { deleteApplication } from "@/lib/directory/applications/delete-application";
import { getApplication, listApplications } from "@/lib/directory/applications/read-application";
import { setScope } from "@/lib/directory/applications/scope/set-scope";
import { setTarget } from "@/lib/directory/applications/scope/set-target";
import { setPermission } from "@/lib/directory/applications/set-permission";
import { setSyncSettings } from "@/lib/directory/applications/settings/set-settings";
import {
  disableApplication,
  enableApplication,
  renameApplication,
} from "@/lib/directory/applications/update-application";
import { createField } from "@/lib/directory/extended-fields/create-field";
import { deleteField } from "@/lib/directory/extended-fields/delete-field";
import { listFields } from "@/lib/directory/extended-fields/list-fields";
import { setInstanceSettings } from "@/lib/directory/instances/set-settings";
import { listAudit } from "@/lib/directory/logs/audit/list/list-audit";
import { verifyAuditLog } from "@/lib/directory/logs/audit/verify/verify-audit-log";
import { listRequests } from "@/lib/directory/logs/requests/list/list-requests";
import { createOrganization } from "@/lib/directory/organizations/create-organization";
import { deleteOrganization } from "@/lib/directory/organizations/delete-organization";
import { moveOrganization } from "@/lib/directory/organizations/move-organization";
import { readTree } from "@/lib/directory/organizations/tree/read-tree";
import { updateOrganization } from "@/lib/directory/organizations/update-organization";
import { deleteToken, disableToken, enableToken } from "@/lib/directory/tokens/change-token";
import { issueToken } from "@/lib/directory/tokens/issue-token";
import { listTokens } from "@/lib/directory/tokens/list-tokens";
import { asRole, newApplication, onDatabase, refusal } from "./admin-fixture";
import { testDatabases } from "./databases";

interface Things {
  readonly root: string;
  readonly organization: string;
  readonly application: string;
  readonly token: string;
  readonly field: string;
}

type Work = (admin: Admin, things: Things) => Promise<unknown>;

const EMAIL = "new@acme.example";
const PASSWORD = "Correct-horse-7";

const CHANGES: readonly (readonly [string, Work])[] = [
  ["setInstanceSettings", (admin) => setInstanceSettings(admin, { uniqueEmail: false })],
  ["createOrganization", (admin) => createOrganization(admin, { name: "New" })],
  ["updateOrganization", (admin, { root }) => updateOrganization(admin, root, { name: "New" })],
  ["moveOrganization", (admin, { organization, root }) => moveOrganization(admin, organization, root)],
  ["deleteOrganization", (admin, { organization }) => deleteOrganization(admin, organization)],
  ["createApplication", (admin) => createApplication(admin, { name: "New", type: "custom" })],
  ["renameApplication", (admin, { application }) => renameApplication(admin, application, { name: "New" })],
  ["enableApplication", (admin, { application }) => enableApplication(admin, application)],
  ["disableApplication", (admin, { application }) => disableApplication(admin, application)],
  ["deleteApplication", (admin, { application }) => deleteApplication(admin, application, "New")],
  ["setScope", (admin, { application }) => setScope(admin, application, {})],
  ["setTarget", (admin, { application, root }) => setTarget(admin, application, root)],
  ["setPermission", (admin, { application }) => setPermission(admin, application, { enabled: true })],
  ["setSyncSettings", (admin, { application }) => setSyncSettings(admin, application, {})],
  ["issueToken", (admin, { application }) => issueToken(admin, application, { days: 1 })],
  ["enableToken", (admin, { application, token }) => enableToken(admin, application, token)],
  ["disableToken", (admin, { application, token }) => disableToken(admin, application, token)],
  ["deleteToken", (admin, { application, token }) => deleteToken(admin, application, token)],
  ["createField", (admin) => createField(admin, { key: "new", name: "New", type: "text" })],
  ["deleteField", (admin, { field }) => deleteField(admin, field)],
];

const OWNERS_ONLY: readonly (readonly [string, Work])[] = [
  [
    "createInstanceAdministrator",
    (admin) => createInstanceAdministrator(admin, { email: EMAIL, password: PASSWORD, role: "auditor" }),
  ],
  ["setRole", (admin) => setRole(admin, "admin_owner", "auditor")],
];

const READINGS: readonly (readonly [string, Work])[] = [
  ["readTree", (admin) => readTree(admin)],
  ["listApplications", (admin) => listApplications(admin)],
  ["getApplication", (admin, { application }) => getApplication(admin, application)],
  ["listTokens", (admin, { application }) => listTokens(admin, application)],
  ["listFields", (admin) => listFields(admin)],
  ["listAdministrators", (admin) => listAdministrators(admin)],
  ["listAccountViews", (admin) => listAccountViews(admin)],
  ["listAudit", (admin) => listAudit(admin)],
  ["listRequests", (admin) => listRequests(admin)],
  ["verifyAuditLog", (admin) => verifyAuditLog(admin)],
];

async function newThings(): Promise<{ instanceId: string; things: Things }> {
  const { admin, root, application } = await newApplication();
  const { id: organization } = await createOrganization(admin, { name: "Organization" });
  const { id: token } = await issueToken(admin, application, { days: 30 });
  const { id: field } = await createField(admin, { key: "field", name: "Field", type: "text" });
  return { instanceId: admin.instanceId, things: { root, organization, application, token, field } };
}

async function auditCount(instanceId: string): Promise<number> {
  return (await database()).prisma.auditEntry.count({ where: { instanceId } });
}

describe.each(testDatabases())("roles on $kind", (testDatabase) => {
  onDatabase(testDatabase);

  test.each([...CHANGES, ...OWNERS_ONLY])("an auditor is refused %s", async (_, work) => {
    const { instanceId, things } = await newThings();
    const before = await auditCount(instanceId);
    expect((await refusal(work(asRole(instanceId, "auditor"), things))).problem).toBe("forbidden");
    expect(await auditCount(instanceId)).toBe(before);
  });

  test.each(OWNERS_ONLY)("an administrator is refused %s", async (_, work) => {
    const { instanceId, things } = await newThings();
    expect((await refusal(work(asRole(instanceId, "administrator"), things))).problem).toBe("forbidden");
  });

  test.each(READINGS)("an auditor may %s", async (_, work) => {
    const { instanceId, things } = await newThings();
    expect(await work(asRole(instanceId, "auditor"), things)).toBeDefined();
  });
});
