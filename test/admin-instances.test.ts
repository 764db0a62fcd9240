import { describe, expect, test } from "vitest";
import { database } from "@/lib/db/client";
import { uniqueViolation } from "@/lib/db/errors";
import { getAccountView, listAccountViews } from "@/lib/directory/accounts/admin/read-accounts";
import { verifyPassword } from "@/lib/directory/accounts/password-hash";
import {
  createAdministrator,
  createInstanceAdministrator,
} from "@/lib/directory/administrators/create-administrator";
import { listAdministrators, setRole } from "@/lib/directory/administrators/set-role";
import { createInstance } from "@/lib/directory/instances/create-instance";
import { getInstance, listInstances } from "@/lib/directory/instances/list-instances";
import { setInstanceSettings } from "@/lib/directory/instances/set-settings";
import { readTree } from "@/lib/directory/organizations/tree/read-tree";
import { asRole, atOnce, commandLine, newInstance, onDatabase, putAccount, refusal } from "./admin-fixture";
import { testDatabases } from "./databases";

const PASSWORD = "Correct-horse-7";

describe.each(testDatabases())("instances and administrators on $kind", (testDatabase) => {
  onDatabase(testDatabase);

  test("an instance begins with its root organization and the recommended policy", async () => {
    const { id, rootOrganizationId } = await createInstance(commandLine, { name: "Acme" });
    expect(id).toMatch(/^idaas_[a-z2-7]{26}$/);
    expect(await readTree(asRole(id, "auditor"))).toMatchObject([{ id: rootOrganizationId, name: "Acme" }]);
    expect((await getInstance(id)).settings).toEqual({
      uniqueEmail: true,
      uniquePhone: true,
      passwordPolicy: "recommended",
    });
    expect((await listInstances(commandLine)).map((instance) => instance.id)).toContain(id);
  });

  test("uniqueness of emails is lifted, and restored only when none is doubled", async () => {
    const { admin, root } = await newInstance();
    await putAccount(admin.instanceId, root, { email: "Ada@acme.example" });
    await setInstanceSettings(admin, { uniqueEmail: false });
    const twin = await putAccount(admin.instanceId, root, { email: "ada@ACME.example", unique: false });
    const { problem, field, message } = await refusal(setInstanceSettings(admin, { uniqueEmail: true }));
    expect([problem, field]).toEqual(["refused", "uniqueEmail"]);
    expect(message).toMatch(/^1 email address is held by more than one account/);
    await (await database()).prisma.account.deleteMany({ where: { id: twin } });
    expect((await setInstanceSettings(admin, { uniqueEmail: true })).uniqueEmail).toBe(true);
    const again = putAccount(admin.instanceId, root, { email: "ADA@acme.example" });
    expect(await again.catch(uniqueViolation)).toMatchObject({
      constraint: expect.stringContaining("email"),
    });
  });

  test("uniqueness of phones likewise, judged on region and number as a pair", async () => {
    const { admin, root } = await newInstance();
    await putAccount(admin.instanceId, root, { phone: ["47", "22334455"] });
    await putAccount(admin.instanceId, root, { phone: ["46", "22334455"] });
    await setInstanceSettings(admin, { uniquePhone: false, passwordPolicy: "complex" });
    await putAccount(admin.instanceId, root, { phone: ["47", "22334455"], unique: false });
    await putAccount(admin.instanceId, root, { phone: ["46", "22334455"], unique: false });
    const { message } = await refusal(setInstanceSettings(admin, { uniquePhone: true }));
    expect(message).toMatch(/^2 phone numbers are held/);
    expect((await getInstance(admin.instanceId)).settings).toEqual({
      uniqueEmail: true,
      uniquePhone: false,
      passwordPolicy: "complex",
    });
  });

  test("two changes of different settings at once both hold", async () => {
    for (let round = 0; round < 5; round++) {
      const { admin } = await newInstance();
      await Promise.all([
        setInstanceSettings(admin, { uniqueEmail: false }),
        setInstanceSettings(admin, { passwordPolicy: "simple" }),
        setInstanceSettings(admin, { uniquePhone: false }),
      ]);
      expect((await getInstance(admin.instanceId)).settings).toEqual({
        uniqueEmail: false,
        uniquePhone: false,
        passwordPolicy: "simple",
      });
    }
  });

  test("an account that is written while uniqueness is restored does not slip by", async () => {
    const { admin, root } = await newInstance();
    await setInstanceSettings(admin, { uniqueEmail: false });
    const opened = await database();
    const insert = (id: string) =>
      opened.prisma
        .$executeRaw`INSERT INTO accounts (instance_id, id, organization_id, username, username_key, email,
          email_key, email_unique_key, enabled, source, created_at, updated_at)
        VALUES (${admin.instanceId}, ${id}, ${root}, ${id}, ${id}, 'x@y.example', 'x@y.example',
          CASE WHEN (SELECT unique_email FROM instances WHERE id = ${admin.instanceId}) THEN 'x@y.example' END,
          true, 'console', now(), now())`;
    await insert(`${admin.instanceId}_1`);
    await Promise.allSettled([
      setInstanceSettings(admin, { uniqueEmail: true }),
      insert(`${admin.instanceId}_2`),
      insert(`${admin.instanceId}_3`),
    ]);
    const { uniqueEmail } = (await getInstance(admin.instanceId)).settings;
    const rows = await opened.query<{ keyed: boolean }>(
      "SELECT email_unique_key IS NOT NULL AS keyed FROM accounts WHERE instance_id = $1",
      [admin.instanceId],
    );
    // Either the switch came first, and one account holds the address, or it was refused.
    expect(rows.map(({ keyed }) => keyed)).toEqual(uniqueEmail ? [true] : [false, false, false]);
  });

  test("an administrator's password is kept as argon2id, and its email is unique whatever the case", async () => {
    const { admin } = await newInstance();
    const email = `Olga@${admin.instanceId.slice(6)}.example`;
    const { id } = await createInstanceAdministrator(admin, { email, password: PASSWORD, role: "owner" });
    const row = await (await database()).prisma.administrator.findUniqueOrThrow({ where: { id } });
    expect(row.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await verifyPassword(row.passwordHash, PASSWORD)).toBe(true);
    expect(await verifyPassword(row.passwordHash, `${PASSWORD}.`)).toBe(false);
    const again = createAdministrator(commandLine, { email: email.toUpperCase(), password: PASSWORD });
    expect(await refusal(again)).toMatchObject({ problem: "duplicate", field: "email" });
    expect(await listAdministrators(admin)).toMatchObject([{ id, email, role: "owner" }]);
    expect((await listInstances({ ...admin.actor, id })).map((instance) => instance.id)).toEqual([
      admin.instanceId,
    ]);
  });

  test.each([
    ["not an address", PASSWORD, "email"],
    ["weak@acme.example", "short", "password"],
    ["Long.Name1@acme.example", "xx-Long.Name1@acme.example", "password"],
  ])("an administrator %s with the password %s is refused", async (email, password, field) => {
    const refused = await refusal(createAdministrator(commandLine, { email, password }));
    expect(refused).toMatchObject({ problem: "invalid_value", field });
    expect(refused.message).not.toContain(password);
  });

  test("an instance keeps an owner, also when two step down at once", async () => {
    const { admin } = await newInstance();
    const owners: string[] = [];
    for (const name of ["one", "two"]) {
      const email = `${name}@${admin.instanceId.slice(6)}.example`;
      const made = await createInstanceAdministrator(admin, { email, password: PASSWORD, role: "owner" });
      owners.push(made.id);
    }
    const { done, refused } = await atOnce(owners.map((id) => setRole(admin, id, "auditor")));
    expect([done, refused.length]).toEqual([1, 1]);
    expect((await listAdministrators(admin)).map(({ role }) => role).sort()).toEqual(["auditor", "owner"]);
  });

  test("accounts are shown to administrators of their instance only, without secrets", async () => {
    const { admin, root } = await newInstance();
    const id = await putAccount(admin.instanceId, root, {
      email: "ada@acme.example",
      phone: ["47", "22334455"],
    });
    const account = await getAccountView(admin, { id });
    expect(account).toMatchObject({
      id,
      email: "ada@acme.example",
      phoneRegion: "47",
      phoneNumber: "22334455",
      hasPassword: false,
      status: "enabled",
      organization: { id: root, name: "Acme" },
      source: "console",
      externalIds: {},
      extended: {},
    });
    expect(await getAccountView(admin, { username: account.username.toUpperCase() })).toEqual(account);
    expect(await listAccountViews(admin, { organizationId: root })).toEqual({
      accounts: [account],
      total: 1,
    });
    const { admin: foreign } = await newInstance();
    expect((await refusal(getAccountView(foreign, { id }))).problem).toBe("not_found");
    expect((await refusal(getAccountView(foreign, { username: account.username }))).problem).toBe(
      "not_found",
    );
    expect(await listAccountViews(foreign, { organizationId: root })).toEqual({ accounts: [], total: 0 });
  });
});
