import { describe, expect, test } from "vitest";
import { getApplication } from "@/lib/directory/applications/read-application";
import {
  describeScope,
  readScopeDraft,
  searchScopeGroups,
  searchScopeOrganizations,
  searchTargets,
} from "@/lib/directory/applications/scope/choices/find-choices";
import { setScope } from "@/lib/directory/applications/scope/set-scope";
import { setTarget } from "@/lib/directory/applications/scope/set-target";
import { seenTag } from "@/lib/directory/applications/seen";
import { setPermission } from "@/lib/directory/applications/set-permission";
import { comparable, setSyncSettings } from "@/lib/directory/applications/settings/set-settings";
import { renameApplication } from "@/lib/directory/applications/update-application";
import { createGroup } from "@/lib/directory/groups/admin/change-group";
import { onDatabase, refusal } from "./admin-fixture";
import { testDatabases } from "./databases";
import { readyApplication } from "./ready-application";

describe.each(testDatabases())("applications in the console on $kind", (testDatabase) => {
  onDatabase(testDatabase);

  test("the second of two administrators is told who changed what, and nothing is overwritten", async () => {
    const ready = await readyApplication({ name: "Okta" });
    const { admin, applicationId: id, rootOrganizationId: root, childOrganizationId: child } = ready;
    const seen = await getApplication(admin, id);
    const edits: readonly [string, () => Promise<unknown>, () => Promise<unknown>][] = [
      [
        "name",
        () => renameApplication(admin, id, { name: "Okta one", seen: seenTag(seen.name) }),
        () => renameApplication(admin, id, { name: "Okta two", seen: seenTag(seen.name) }),
      ],
      [
        "organizations",
        () => setScope(admin, id, { organizations: [root], seen: seenTag(seen.scope) }),
        () => setScope(admin, id, { organizations: [], seen: seenTag(seen.scope) }),
      ],
      [
        "targetOrganizationId",
        () => setTarget(admin, id, child, seenTag(seen.targetOrganizationId)),
        () => setTarget(admin, id, root, seenTag(seen.targetOrganizationId)),
      ],
      [
        "scenarios",
        () =>
          setPermission(admin, id, { scenarios: ["user:read"], seen: seenTag(seen.permission.scenarios) }),
        () => setPermission(admin, id, { scenarios: [], seen: seenTag(seen.permission.scenarios) }),
      ],
      [
        "duplicateCreate",
        () =>
          setSyncSettings(admin, id, {
            duplicateCreate: "reject",
            seen: seenTag(comparable(seen.settings)),
          }),
        () => setSyncSettings(admin, id, { fields: [], seen: seenTag(comparable(seen.settings)) }),
      ],
    ];
    for (const [changed, first, second] of edits) {
      await first();
      const told = await refusal(second());
      expect(told).toMatchObject({ problem: "conflict" });
      expect(told.message).toContain(`test changed ${changed}`);
    }
    expect(await getApplication(admin, id)).toMatchObject({
      name: "Okta one",
      scope: { organizations: [root] },
      targetOrganizationId: child,
      permission: { enabled: true, scenarios: ["user:read"] },
      settings: { duplicateCreate: "reject", fields: seen.settings.fields },
    });
  });

  test("the switch and the scenarios change without each other", async () => {
    const { admin, applicationId: id } = await readyApplication({ scenarios: ["user:read"] });
    expect(await setPermission(admin, id, { enabled: false })).toEqual({
      enabled: false,
      scenarios: ["user:read"],
    });
    expect(await setPermission(admin, id, { scenarios: ["group:read"] })).toEqual({
      enabled: false,
      scenarios: ["group:read"],
    });
  });

  test("a target is chosen among the organizations in scope, found by a part of the name", async () => {
    const ready = await readyApplication();
    const { admin, applicationId: id, targetOrganizationId: target, childOrganizationId: child } = ready;
    expect((await searchTargets(admin, id, "")).map((choice) => choice.id)).toEqual([child, target]);
    expect(await searchTargets(admin, id, "SHIFT")).toMatchObject([
      { id: child, above: [{ id: ready.rootOrganizationId }, { id: target, name: "Staff" }] },
    ]);
    expect(await searchTargets(admin, id, "Partners")).toEqual([]);
    expect(await searchTargets(admin, id, "50%\0")).toEqual([]);
  });

  test("the scope panel begins with everything in scope, the target, and the top of the tree", async () => {
    const ready = await readyApplication();
    const { admin, applicationId: id, targetOrganizationId: target } = ready;
    const { id: groupId } = await createGroup(admin, { displayName: "Rota" });
    await setScope(admin, id, { organizations: [target], groups: [groupId] });
    const draft = await readScopeDraft(admin, id);
    expect(draft).toMatchObject({
      scope: { organizations: [{ id: target }], groups: [{ id: groupId, displayName: "Rota" }] },
      target: { id: target, name: "Staff" },
      groups: [{ id: groupId }],
    });
    expect(draft.nodes.map(({ name, children }) => `${name} ${children}`)).toEqual([
      "Northern Harbour 2",
      "Partners 0",
      "Staff 1",
    ]);
    expect(await setScope(admin, id, { organizations: [target], seen: draft.seen })).toMatchObject({
      groups: [],
    });
    expect(await describeScope(admin, id, 0)).toMatchObject({ organizations: [], organizationTotal: 1 });
  });

  test("nothing of another instance is found, whoever asks", async () => {
    const one = await readyApplication();
    const other = await readyApplication();
    await createGroup(other.admin, { displayName: "Elsewhere" });
    const auditor = { ...one.admin, role: "auditor" as const };
    for (const organization of await searchScopeOrganizations(auditor, "")) {
      expect(organization.above.at(0)?.id ?? organization.id).toBe(one.rootOrganizationId);
    }
    expect(await searchScopeGroups(auditor, "")).toEqual([]);
    expect(await refusal(searchTargets(auditor, other.applicationId, ""))).toMatchObject({
      problem: "not_found",
    });
    expect(await refusal(readScopeDraft(auditor, other.applicationId))).toMatchObject({
      problem: "not_found",
    });
  });
});
