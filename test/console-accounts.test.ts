import { describe, expect, test } from "vitest";
import { changeAccounts } from "@/lib/directory/accounts/admin/change-accounts";
import { createAccount } from "@/lib/directory/accounts/admin/create-account";
import { deleteAccount } from "@/lib/directory/accounts/admin/delete-account";
import { listAccountHistory } from "@/lib/directory/accounts/admin/detail/account-history";
import { getAccountDetail } from "@/lib/directory/accounts/admin/detail/get-account";
import { listAccounts } from "@/lib/directory/accounts/admin/list/list-accounts";
import { getAccountView } from "@/lib/directory/accounts/admin/read-accounts";
import { resetPassword } from "@/lib/directory/accounts/admin/reset-password";
import { moveAccount, setAccountEnabled } from "@/lib/directory/accounts/admin/switch-account";
import { updateAccount } from "@/lib/directory/accounts/admin/update-account";
import type { Admin } from "@/lib/directory/actor";
import { createField } from "@/lib/directory/extended-fields/create-field";
import { createGroup } from "@/lib/directory/groups/admin/change-group";
import { addMembers } from "@/lib/directory/groups/admin/change-members";
import { getGroupView } from "@/lib/directory/groups/admin/read-groups";
import { verifyAuditLog } from "@/lib/directory/logs/audit/verify/verify-audit-log";
import { createOrganization } from "@/lib/directory/organizations/create-organization";
import { asRole, atOnce, newInstance, onDatabase, refusal } from "./admin-fixture";
import { testDatabases } from "./databases";

const PASSWORD = "Correct-horse-7";

describe.each(testDatabases())("accounts in the console on $kind", (testDatabase) => {
  onDatabase(testDatabase);

  test("an account is kept as it was made, and its page says where each value came from", async () => {
    const { admin, root } = await newInstance();
    await createField(admin, { key: "floor", name: "Floor", type: "number", defaultValue: 3 });
    await createField(admin, { key: "badge", name: "Badge", type: "text", unique: true });
    const { id } = await createAccount(admin, {
      username: "ada",
      displayName: "Ada Lovelace",
      email: "ada@acme.example",
      phoneRegion: "+44",
      phoneNumber: "7911 123456",
      password: PASSWORD,
      extended: { badge: "A-1" },
    });
    const { account, organizationPath, origins } = await getAccountDetail(admin, id);
    expect(account).toMatchObject({
      username: "ada",
      phoneRegion: "44",
      phoneNumber: "7911123456",
      hasPassword: true,
      status: "enabled",
      source: "console",
      organization: { id: root },
      extended: { floor: 3, badge: "A-1" },
      version: 1,
    });
    expect(organizationPath.map((node) => node.id)).toEqual([root]);
    expect(origins.email).toMatchObject({ kind: "console", id: admin.actor.id });
    expect(origins["field badge"]).toMatchObject({ kind: "console" });
  });

  test.each([
    [{ username: " ada" }, "username"],
    [{ username: "" }, "username"],
    [{ username: "a", email: "nobody" }, "email"],
    [{ username: "a", phoneRegion: "44" }, "phoneRegion"],
    [{ username: "a", phoneNumber: "12" }, "phoneNumber"],
    [{ username: "a", phoneRegion: "999", phoneNumber: "1234567" }, "phoneRegion"],
    [{ username: "a", password: "short" }, "password"],
    [{ username: "a", extended: { none: 1 } }, "extended.none"],
    [{ username: "a", extended: { floor: "high" } }, "extended.floor"],
  ])("the account %j is refused for its %s, in the console's words", async (input, field) => {
    const { admin } = await newInstance();
    await createField(admin, { key: "floor", name: "Floor", type: "number" });
    const { problem, message, field: told } = await refusal(createAccount(admin, input));
    expect([problem, told]).toEqual(["invalid_value", field]);
    expect(message).not.toMatch(/userName|emails|phoneNumbers|phoneRegion/);
  });

  test.each([
    [{ username: "ADA" }, "username"],
    [{ username: "b", email: "ADA@acme.example" }, "email"],
    [{ username: "b", phoneNumber: "+447911123456" }, "phoneNumber"],
  ])("a second account with %j is refused for its %s", async (input, field) => {
    const { admin } = await newInstance();
    const ada = { username: "ada", email: "ada@acme.example", phoneNumber: "+44 7911 123456" };
    await createAccount(admin, ada);
    expect(await refusal(createAccount(admin, input))).toMatchObject({ problem: "duplicate", field });
  });

  test("a stale edit is told what changed, and overwrites nothing", async () => {
    const { admin } = await newInstance();
    const { id } = await createAccount(admin, { username: "ada", displayName: "Ada" });
    await updateAccount(admin, id, { version: 1, displayName: "Ada L.", email: "ada@acme.example" });
    const told = await refusal(updateAccount(admin, id, { version: 1, displayName: "Countess" }));
    expect(told.problem).toBe("conflict");
    expect(told.message).toMatch(/owner changed displayName, email at \d{4}-/);
    expect((await getAccountView(admin, { id })).displayName).toBe("Ada L.");
  });

  test("of two edits at once from one version, one is done and the other is told", async () => {
    const { admin } = await newInstance();
    const { id } = await createAccount(admin, { username: "ada" });
    const edits = ["one", "two"].map((displayName) => updateAccount(admin, id, { version: 1, displayName }));
    const { done, refused } = await atOnce(edits);
    expect([done, refused.map(({ problem }) => problem)]).toEqual([1, ["conflict"]]);
  });

  test("an edit that changes nothing writes nothing; null clears; a required field cannot be cleared", async () => {
    const { admin } = await newInstance();
    await createField(admin, { key: "dept", name: "Department", type: "text", required: true });
    const { id } = await createAccount(admin, {
      username: "ada",
      email: "ada@acme.example",
      phoneNumber: "+44 7911 123456",
      extended: { dept: "north" },
    });
    const form = { phoneRegion: "44", phoneNumber: "7911123456", email: "ada@acme.example" };
    expect(await updateAccount(admin, id, { version: 1, ...form })).toEqual({ version: 1 });
    expect(await updateAccount(admin, id, { version: 1, email: "", phoneNumber: null })).toEqual({
      version: 2,
    });
    expect(await getAccountView(admin, { id })).toMatchObject({ email: undefined, phoneNumber: undefined });
    const cleared = refusal(updateAccount(admin, id, { version: 2, extended: { dept: "" } }));
    expect(await cleared).toMatchObject({ problem: "invalid_value", field: "extended.dept" });
  });

  test("disable, move, reset, delete: each once in the history, and the chain stays intact", async () => {
    const { admin } = await newInstance();
    const { id: below } = await createOrganization(admin, { name: "Below" });
    const { id } = await createAccount(admin, { username: "ada" });
    const { id: group } = await createGroup(admin, { displayName: "Counting" });
    await addMembers(admin, group, { accountIds: [id] });
    expect(await setAccountEnabled(admin, id, { enabled: false })).toEqual({ version: 2 });
    expect(await setAccountEnabled(admin, id, { enabled: false })).toEqual({ version: 2 });
    expect(await moveAccount(admin, id, { organizationId: below, version: 2 })).toEqual({ version: 3 });
    await resetPassword(admin, id, { password: PASSWORD });
    expect((await refusal(resetPassword(admin, id, { password: "ada" }))).field).toBe("password");
    const unknown = refusal(moveAccount(admin, id, { organizationId: "ou_none" }));
    expect(await unknown).toMatchObject({ problem: "not_found", field: "organizationId" });
    await deleteAccount(admin, id, { version: 4 });
    expect((await getGroupView(admin, group)).version).toBe(3);
    const { rows } = await listAccountHistory(admin, id);
    expect(rows.map(({ action }) => action).sort()).toEqual(
      ["account.create", "account.delete", "account.update", "account.update", "account.update"].sort(),
    );
    expect(await verifyAuditLog(admin)).toMatchObject({ intact: true });
  });

  test("a selection is changed as a whole or not at all", async () => {
    const { admin } = await newInstance();
    const { id: below } = await createOrganization(admin, { name: "Below" });
    const ids: string[] = [];
    for (const username of ["a", "b", "c"]) ids.push((await createAccount(admin, { username })).id);
    expect(await changeAccounts(admin, { action: "disable", ids: ids.slice(0, 2) })).toEqual({ changed: 2 });
    expect(await changeAccounts(admin, { action: "disable", ids })).toEqual({ changed: 1 });
    expect(await changeAccounts(admin, { action: "move", ids, organizationId: below })).toEqual({
      changed: 3,
    });
    const gone = refusal(changeAccounts(admin, { action: "enable", ids: [...ids, "user_none"] }));
    expect(await gone).toMatchObject({ problem: "not_found" });
    expect((await listAccounts(admin, { status: "disabled", organizationId: below })).total.count).toBe(3);
    expect(await changeAccounts(admin, { action: "delete", ids })).toEqual({ changed: 3 });
    expect((await listAccounts(admin)).rows).toEqual([]);
    expect(await verifyAuditLog(admin)).toMatchObject({ intact: true });
  });

  test("pages follow each other both ways, in every order, and each account stands once", async () => {
    const { admin } = await newInstance();
    for (let index = 0; index < 7; index++) {
      await createAccount(admin, { username: `u${index}`, ...(index % 2 ? { displayName: "same" } : {}) });
    }
    for (const sort of ["username", "displayName", "created", "updated"] as const) {
      for (const direction of ["ascending", "descending"] as const) {
        const query = { sort, direction, limit: 3 };
        const first = await listAccounts(admin, query);
        const second = await listAccounts(admin, { ...query, cursor: first.next });
        const third = await listAccounts(admin, { ...query, cursor: second.next });
        const all = [...first.rows, ...second.rows, ...third.rows].map(({ username }) => username);
        expect(new Set(all).size).toBe(7);
        expect([first.previous, third.next, first.total]).toEqual([
          undefined,
          undefined,
          { count: 7, more: false },
        ]);
        const back = await listAccounts(admin, { ...query, cursor: third.previous });
        expect(back.rows).toEqual(second.rows);
        const start = await listAccounts(admin, { ...query, cursor: back.previous });
        expect([start.rows, start.previous]).toEqual([first.rows, undefined]);
      }
    }
    const { next } = await listAccounts(admin, { limit: 1 });
    expect((await refusal(listAccounts(admin, { sort: "created", cursor: next }))).field).toBe("cursor");
    expect((await refusal(listAccounts(admin, { cursor: "zzz" }))).field).toBe("cursor");
  });

  test.each([
    [{ search: "ADA" }, ["ada"]],
    [{ search: "grace h" }, ["grace"]],
    [{ search: "ada@" }, ["ada"]],
    [{ search: "%" }, []],
    [{ status: "disabled" }, ["linus"]],
    [{ source: "application" }, []],
    [{ source: "console" }, ["ada", "grace", "linus"]],
  ] as const)("%j selects %j", async (query, usernames) => {
    const { admin } = await newInstance();
    await createAccount(admin, { username: "ada", email: "ada@acme.example" });
    await createAccount(admin, { username: "grace", displayName: "Grace Hopper" });
    await createAccount(admin, { username: "linus", status: "disabled" });
    const { rows } = await listAccounts(admin, query);
    expect(rows.map(({ username }) => username)).toEqual([...usernames]);
  });

  test("an organization selects its own accounts, or those of all below it too", async () => {
    const { admin, root } = await newInstance();
    const { id: below } = await createOrganization(admin, { name: "Below" });
    const { id: deep } = await createOrganization(admin, { name: "Deep", parentId: below });
    await createAccount(admin, { username: "top" });
    await createAccount(admin, { username: "middle", organizationId: below });
    await createAccount(admin, { username: "deep", organizationId: deep });
    const selected = async (organizationId: string, subtree: boolean) =>
      (await listAccounts(admin, { organizationId, subtree })).rows.map(({ username }) => username);
    expect(await selected(root, true)).toEqual(["deep", "middle", "top"]);
    expect(await selected(root, false)).toEqual(["top"]);
    expect(await selected(below, true)).toEqual(["deep", "middle"]);
    expect(await selected(below, false)).toEqual(["middle"]);
  });

  test("what belongs to another instance is not known, and an auditor changes nothing", async () => {
    const { admin } = await newInstance();
    const { admin: foreign, root: foreignRoot } = await newInstance();
    const { id } = await createAccount(admin, { username: "ada" });
    const auditor = asRole(admin.instanceId, "auditor");
    const changes = [
      (who: Admin) => updateAccount(who, id, { version: 1, displayName: "x" }),
      (who: Admin) => setAccountEnabled(who, id, { enabled: false }),
      (who: Admin) => moveAccount(who, id, { organizationId: foreignRoot }),
      (who: Admin) => resetPassword(who, id, { password: PASSWORD }),
      (who: Admin) => deleteAccount(who, id),
      (who: Admin) => changeAccounts(who, { action: "delete", ids: [id] }),
    ];
    for (const change of changes) {
      expect((await refusal(change(foreign))).problem).toBe("not_found");
      expect((await refusal(change(auditor))).problem).toBe("forbidden");
    }
    expect((await refusal(createAccount(auditor, { username: "b" }))).problem).toBe("forbidden");
    const elsewhere = refusal(createAccount(admin, { username: "b", organizationId: foreignRoot }));
    expect((await elsewhere).problem).toBe("not_found");
    expect((await listAccounts(auditor)).rows).toHaveLength(1);
    expect((await refusal(listAccounts(admin, { organizationId: foreignRoot }))).problem).toBe("not_found");
  });
});
