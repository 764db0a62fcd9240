import { describe, expect, test } from "vitest";
import { createApplication } from "@/lib/directory/applications/create-application";
import { deleteApplication } from "@/lib/directory/applications/delete-application";
import {
  getApplication,
  instanceOfApplication,
  listApplications,
} from "@/lib/directory/applications/read-application";
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
import { createOrganization } from "@/lib/directory/organizations/create-organization";
import { DEFAULT_NAMESPACE, ENTERPRISE_USER_SCHEMA, USER_SCHEMA } from "@/lib/scim/urn";
import { commandLine, newApplication, newInstance, onDatabase, putGroup, refusal } from "./admin-fixture";
import { testDatabases } from "./databases";

describe.each(testDatabases())("applications on $kind", (testDatabase) => {
  onDatabase(testDatabase);

  test("a new application starts with everything off", async () => {
    const { admin } = await newInstance();
    const { id } = await createApplication(admin, { name: "Okta", type: "standard" });
    expect(await getApplication(admin, id)).toEqual({
      id,
      name: "Okta",
      type: "standard",
      enabled: true,
      createdAt: expect.any(Date),
      scope: { organizations: [], groups: [] },
      targetOrganizationId: undefined,
      permission: { enabled: false, scenarios: [] },
      settings: {
        namespace: DEFAULT_NAMESPACE,
        fields: [],
        attributeSet: "basic",
        duplicateCreate: "update",
      },
    });
  });

  test("names are unique in the instance whatever the case", async () => {
    const { admin } = await newInstance();
    await createApplication(admin, { name: "Okta", type: "custom" });
    const { id } = await createApplication(admin, { name: "Entra", type: "custom" });
    expect((await refusal(createApplication(admin, { name: "OKTA", type: "custom" }))).problem).toBe(
      "duplicate",
    );
    expect((await refusal(renameApplication(admin, id, { name: "okta" }))).problem).toBe("duplicate");
    await renameApplication(admin, id, { name: "Entra ID" });
    expect((await listApplications(admin)).map(({ name }) => name)).toEqual(["Entra ID", "Okta"]);
  });

  test("disabled, enabled, and deleted only with its name typed", async () => {
    const { admin, application } = await newApplication();
    await disableApplication(admin, application);
    const { enabled, name } = await getApplication(admin, application);
    expect(enabled).toBe(false);
    await enableApplication(admin, application);
    expect((await getApplication(admin, application)).enabled).toBe(true);
    expect((await refusal(deleteApplication(admin, application, "another"))).field).toBe("name");
    await deleteApplication(admin, application, name);
    expect((await refusal(getApplication(admin, application))).problem).toBe("not_found");
  });

  test("the scope is replaced as a whole, and unknown ids are named", async () => {
    const { admin, root, application } = await newApplication();
    const group = await putGroup(admin.instanceId, "group_crew");
    const both = { organizations: [root], groups: [group] };
    expect(await setScope(admin, application, { organizations: [root, root], groups: [group] })).toEqual(
      both,
    );
    for (const wrong of [{ organizations: [root, "ou_none"] }, { groups: ["group_none"] }]) {
      const { problem, message } = await refusal(setScope(admin, application, wrong));
      expect(problem).toBe("not_found");
      expect(message).toMatch(/"(ou|group)_none"/);
    }
    expect((await getApplication(admin, application)).scope).toEqual(both);
    expect(await setScope(admin, application, {})).toEqual({ organizations: [], groups: [] });
  });

  test("the target lies inside the scope, and no narrowing takes it out", async () => {
    const { admin, root, application } = await newApplication();
    const { id: upper } = await createOrganization(admin, { name: "Upper" });
    const { id: target } = await createOrganization(admin, { name: "Target", parentId: upper });
    expect((await refusal(setTarget(admin, application, target))).message).toMatch(
      /outside the provisioning/,
    );
    await setScope(admin, application, { organizations: [root] });
    await setTarget(admin, application, target);
    await setScope(admin, application, { organizations: [upper] });
    const { id: sibling } = await createOrganization(admin, { name: "Sibling" });
    for (const organizations of [[], [sibling]]) {
      const { problem, message } = await refusal(setScope(admin, application, { organizations }));
      expect(problem).toBe("refused");
      expect(message).toContain(`"Target" (${target})`);
    }
    expect((await getApplication(admin, application)).scope.organizations).toEqual([upper]);
  });

  test("a narrowing and a target at once never leave the target outside", async () => {
    for (let round = 0; round < 5; round++) {
      const { admin, root, application } = await newApplication();
      const { id: inner } = await createOrganization(admin, { name: "Inner" });
      await setScope(admin, application, { organizations: [root] });
      await Promise.allSettled([
        setTarget(admin, application, root),
        setScope(admin, application, { organizations: [inner] }),
      ]);
      const { scope, targetOrganizationId } = await getApplication(admin, application);
      expect(targetOrganizationId === root).toBe(scope.organizations.includes(root));
    }
  });

  test("scenarios that are left out stay, a list replaces them", async () => {
    const { admin, application } = await newApplication();
    await setPermission(admin, application, { enabled: true, scenarios: ["group:read", "user:manage"] });
    expect(await setPermission(admin, application, { enabled: false })).toEqual({
      enabled: false,
      scenarios: ["user:manage", "group:read"],
    });
    expect(await setPermission(admin, application, { enabled: true, scenarios: [] })).toEqual({
      enabled: true,
      scenarios: [],
    });
  });

  test("settings that are left out stay; fields are chosen by key", async () => {
    const { admin, application } = await newApplication();
    for (const key of ["dept", "badge"]) await createField(admin, { key, name: key, type: "text" });
    const namespace = "urn:ietf:params:scim:schemas:extension:Contoso:2.0:User";
    await setSyncSettings(admin, application, { fields: ["dept", "badge"], namespace });
    const settings = {
      namespace,
      fields: ["badge", "dept"],
      attributeSet: "basic",
      duplicateCreate: "reject",
    };
    expect(await setSyncSettings(admin, application, { duplicateCreate: "reject" })).toEqual(settings);
    expect((await getApplication(admin, application)).settings).toEqual(settings);
    expect((await refusal(setSyncSettings(admin, application, { fields: ["none"] }))).message).toMatch(
      /"none"/,
    );
    expect((await setSyncSettings(admin, application, { fields: [] })).fields).toEqual([]);
  });

  test.each([
    [{ namespace: USER_SCHEMA }, "invalid_value"],
    [{ namespace: ENTERPRISE_USER_SCHEMA.toUpperCase() }, "invalid_value"],
    [{ namespace: "urn:example:custom" }, "invalid_value"],
    [{ attributeSet: "full" }, "not_supported"],
  ] as const)("the settings %j are refused", async (settings, problem) => {
    const { admin, application } = await newApplication();
    expect(await refusal(setSyncSettings(admin, application, settings))).toMatchObject({
      problem,
      field: Object.keys(settings)[0],
    });
  });

  test("ids of another instance are not known", async () => {
    const { admin, application } = await newApplication();
    const { admin: foreign, root: foreignRoot } = await newInstance();
    const foreignGroup = await putGroup(foreign.instanceId, "group_foreign");
    await createField(foreign, { key: "theirs", name: "Theirs", type: "text" });
    const works = [
      () => setScope(admin, application, { organizations: [foreignRoot] }),
      () => setScope(admin, application, { groups: [foreignGroup] }),
      () => setTarget(admin, application, foreignRoot),
      () => setSyncSettings(admin, application, { fields: ["theirs"] }),
      () => getApplication(foreign, application),
      () => setScope(foreign, application, {}),
      () => setTarget(foreign, application, foreignRoot),
      () => setPermission(foreign, application, { enabled: true }),
      () => setSyncSettings(foreign, application, {}),
      () => renameApplication(foreign, application, { name: "Mine" }),
      () => disableApplication(foreign, application),
      () => deleteApplication(foreign, application, "x"),
    ];
    for (const work of works) expect((await refusal(work())).problem).toBe("not_found");
    expect(await listApplications(foreign)).toEqual([]);
  });

  test("only the command line finds an instance by an application's id", async () => {
    const { admin, application } = await newApplication();
    expect(await instanceOfApplication(commandLine, application)).toBe(admin.instanceId);
    expect((await refusal(instanceOfApplication(admin.actor, application))).problem).toBe("refused");
  });
});
