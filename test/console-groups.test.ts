import { describe, expect, test } from "vitest";
import { createAccount } from "@/lib/directory/accounts/admin/create-account";
import { createField } from "@/lib/directory/extended-fields/create-field";
import { listFieldUsage } from "@/lib/directory/extended-fields/field-usage";
import { updateField } from "@/lib/directory/extended-fields/update-field";
import { createGroup, deleteGroup, renameGroup } from "@/lib/directory/groups/admin/change-group";
import { addMembers, removeMembers } from "@/lib/directory/groups/admin/change-members";
import { getGroupView, listGroups, listMembers } from "@/lib/directory/groups/admin/read-groups";
import { verifyAuditLog } from "@/lib/directory/logs/audit/verify/verify-audit-log";
import { createOrganization } from "@/lib/directory/organizations/create-organization";
import { getOrganization, searchOrganizations } from "@/lib/directory/organizations/pages/read-organization";
import { asRole, newInstance, onDatabase, refusal } from "./admin-fixture";
import { testDatabases } from "./databases";

describe.each(testDatabases())("groups, organizations and fields in the console on $kind", (testDatabase) => {
  onDatabase(testDatabase);

  test("members come, go, are counted and paged", async () => {
    const { admin } = await newInstance();
    const accountIds: string[] = [];
    for (let index = 0; index < 5; index++) {
      accountIds.push((await createAccount(admin, { username: `u${index}` })).id);
    }
    const { id } = await createGroup(admin, { displayName: "Rota" });
    expect(await addMembers(admin, id, { accountIds })).toEqual({ changed: 5 });
    expect(await addMembers(admin, id, { accountIds: accountIds.slice(0, 1) })).toEqual({ changed: 0 });
    expect(await removeMembers(admin, id, { accountIds: [...accountIds.slice(0, 1), "user_none"] })).toEqual({
      changed: 1,
    });
    expect(await refusal(addMembers(admin, id, { accountIds: ["user_none"] }))).toMatchObject({
      problem: "not_found",
      field: "accountIds",
    });
    expect(await getGroupView(admin, id)).toMatchObject({ displayName: "Rota", members: 4, version: 3 });
    const first = await listMembers(admin, id, { limit: 3 });
    const second = await listMembers(admin, id, { limit: 3, cursor: first.next });
    expect([...first.rows, ...second.rows].map(({ username }) => username)).toEqual(["u1", "u2", "u3", "u4"]);
    expect([first.total.count, second.next]).toEqual([4, undefined]);
    expect((await listMembers(admin, id, { search: "U3" })).rows).toHaveLength(1);
    expect(await verifyAuditLog(admin)).toMatchObject({ intact: true });
  });

  test("groups are searched, renamed once from each version, and deleted", async () => {
    const { admin } = await newInstance();
    const { id } = await createGroup(admin, { displayName: "Rota" });
    await createGroup(admin, { displayName: "Night rota" });
    expect((await listGroups(admin, { search: "rot" })).rows).toMatchObject([{ id, members: 0 }]);
    expect(await refusal(createGroup(admin, { displayName: "ROTA" }))).toMatchObject({
      problem: "duplicate",
      field: "displayName",
    });
    expect((await refusal(createGroup(admin, { displayName: "" }))).message).toMatch(/^The name must have/);
    expect(await renameGroup(admin, id, { displayName: "Day rota", version: 1 })).toEqual({ version: 2 });
    const stale = await refusal(renameGroup(admin, id, { displayName: "x", version: 1 }));
    expect([stale.problem, stale.message]).toEqual([
      "conflict",
      expect.stringMatching(/owner changed displayName/),
    ]);
    expect((await refusal(deleteGroup(admin, id, { version: 1 }))).problem).toBe("conflict");
    await deleteGroup(admin, id);
    const { admin: foreign } = await newInstance();
    const { rows } = await listGroups(admin, { sort: "created", direction: "descending" });
    expect(rows).toHaveLength(1);
    expect((await refusal(getGroupView(foreign, rows[0]?.id ?? ""))).problem).toBe("not_found");
    const auditor = asRole(admin.instanceId, "auditor");
    expect((await refusal(deleteGroup(auditor, rows[0]?.id ?? ""))).problem).toBe("forbidden");
  });

  test("an organization's page counts what it holds, and a search says where it stands", async () => {
    const { admin, root } = await newInstance();
    const { id: staff } = await createOrganization(admin, { name: "Staff" });
    const { id: night } = await createOrganization(admin, { name: "Night shift", parentId: staff });
    await createAccount(admin, { username: "a", organizationId: staff });
    await createAccount(admin, { username: "b", organizationId: night });
    expect(await getOrganization(admin, staff)).toMatchObject({
      path: [{ id: root }, { id: staff }],
      accounts: { count: 1, more: false },
      accountsBelow: { count: 2, more: false },
      children: 1,
      targetOf: [],
    });
    expect(await searchOrganizations(admin, "NIGHT")).toEqual([
      { id: night, name: "Night shift", above: "Acme / Staff" },
    ]);
    expect(await searchOrganizations(admin, " ")).toEqual([]);
  });

  test("a field says what holds it; an option in use is disabled, not removed", async () => {
    const { admin } = await newInstance();
    const { id } = await createField(admin, {
      key: "site",
      name: "Site",
      type: "choice",
      options: ["north", "south"],
    });
    await createAccount(admin, { username: "a", extended: { site: "north" } });
    const [usage] = await listFieldUsage(admin);
    expect(usage).toMatchObject({ field: { key: "site" }, accounts: 1, applications: [] });
    const seen = usage?.seen ?? "";
    const south = { value: "south", disabled: false };
    expect(await refusal(updateField(admin, id, { seen, options: [south] }))).toMatchObject({
      problem: "refused",
      message: expect.stringMatching(/"north" is held by 1 account\./),
    });
    const options = [{ value: "north", disabled: true }];
    const after = await updateField(admin, id, { seen, name: "Place", options });
    expect((await refusal(updateField(admin, id, { seen, name: "Spot" }))).problem).toBe("conflict");
    expect((await listFieldUsage(admin))[0]).toMatchObject({
      seen: after.seen,
      field: { name: "Place", options },
    });
    const held = refusal(createAccount(admin, { username: "b", extended: { site: "north" } }));
    expect(await held).toMatchObject({ field: "extended.site" });
  });
});
