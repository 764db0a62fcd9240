import "./console-environment";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, useDatabase } from "@/lib/db/client";
import type { Database } from "@/lib/db/sql";
import type { Admin, Role } from "@/lib/directory/actor";
import { addAdministrator } from "@/lib/directory/administrators/add-administrator";
import { removeAdministrator } from "@/lib/directory/administrators/remove-administrator";
import { enterInstance, FIRST_EPOCH, findSelf } from "@/lib/directory/administrators/session/session";
import { listAdministrators, setRole } from "@/lib/directory/administrators/set-role";
import { isSetUp, setUp } from "@/lib/directory/administrators/set-up/set-up";
import { listInstances } from "@/lib/directory/instances/list-instances";
import { listAudit } from "@/lib/directory/logs/audit/list/list-audit";
import { verifyAuditLog } from "@/lib/directory/logs/audit/verify/verify-audit-log";
import { testDatabases } from "./databases";
import { readyInstance } from "./ready-application";

const PASSWORD = "Correct-horse-7";
const ADDRESS = "192.0.2.1";

let made = 0;

function freshEmail(): string {
  made += 1;
  return `person${made}@example.com`;
}

/** An instance with one owner, who signs in, and is not the command line. */
async function owned(): Promise<{ owner: Admin; email: string }> {
  const { admin } = await readyInstance();
  const email = freshEmail();
  const { id } = await addAdministrator(admin, { email, role: "owner", password: PASSWORD });
  return { owner: await adminOf(id, admin.instanceId), email };
}

async function adminOf(id: string, instanceId: string): Promise<Admin> {
  const self = await findSelf({ id, epoch: FIRST_EPOCH }, ADDRESS);
  if (!self) throw new Error("no session");
  return enterInstance(self, instanceId);
}

async function colleague(owner: Admin, role: Role): Promise<Admin> {
  const { id } = await addAdministrator(owner, { email: freshEmail(), role, password: PASSWORD });
  return adminOf(id, owner.instanceId);
}

async function refusals(attempts: readonly Promise<unknown>[]): Promise<string[]> {
  const outcomes = await Promise.allSettled(attempts);
  return outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [String(outcome.reason)] : []));
}

describe.each(testDatabases())("$kind", ({ open }) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
    useDatabase(database);
  });
  afterAll(() => closeDatabase());

  test.each<[object, string]>([
    [{ instanceName: " " }, "instanceName"],
    [{ email: "not an email" }, "email"],
    [{ password: "short" }, "password"],
  ])("a set-up with %j is refused on its field, and makes nothing", async (wrong, field) => {
    const input = { instanceName: "Company", email: "a@example.com", password: PASSWORD, ...wrong };
    await expect(setUp(input, ADDRESS)).rejects.toMatchObject({ problem: "invalid_value", field });
    expect(await isSetUp()).toBe(false);
  });

  test("of set-ups that race one wins, and later ones are refused", async () => {
    expect(await isSetUp()).toBe(false);
    const attempt = (n: number) =>
      setUp({ instanceName: `Company ${n}`, email: `first${n}@example.com`, password: PASSWORD }, ADDRESS);
    const lost = await refusals([1, 2, 3, 4].map(attempt));
    expect(lost).toHaveLength(3);
    for (const reason of lost) expect(reason).toContain("set up already");
    expect(await isSetUp()).toBe(true);
    await expect(attempt(5)).rejects.toMatchObject({ problem: "refused" });
    const [counts] = await database.query(
      `SELECT (SELECT count(*)::int FROM instances) AS instances,
        (SELECT count(*)::int FROM organizations) AS roots, (SELECT count(*)::int FROM administrators) AS people`,
    );
    expect(counts).toEqual({ instances: 1, roots: 1, people: 1 });
  });

  test("the last owner is neither demoted nor removed", async () => {
    const { owner, email } = await owned();
    const second = await colleague(owner, "administrator");
    const says = new RegExp(`${email} is the last owner`);
    await expect(setRole(owner, owner.actor.id, "auditor")).rejects.toThrow(says);
    await expect(removeAdministrator(owner, owner.actor.id)).rejects.toThrow(says);
    await setRole(owner, second.actor.id, "owner");
    await removeAdministrator(owner, owner.actor.id);
    const left = await listAdministrators(await adminOf(second.actor.id, owner.instanceId));
    expect(left).toMatchObject([{ id: second.actor.id, role: "owner", hasSecondFactor: false }]);
  });

  test("a disabled owner is none that could take over", async () => {
    const { owner } = await owned();
    const second = await colleague(owner, "owner");
    await database.query("UPDATE administrators SET disabled_at = now() WHERE id = $1", [second.actor.id]);
    await expect(setRole(owner, owner.actor.id, "auditor")).rejects.toThrow(/last owner/);
  });

  test.each(["demote", "remove"])("two owners who %s each other at once: one stays", async (what) => {
    for (let round = 0; round < 5; round++) {
      const { owner } = await owned();
      const second = await colleague(owner, "owner");
      const act = (by: Admin, whom: Admin) =>
        what === "demote" ? setRole(by, whom.actor.id, "auditor") : removeAdministrator(by, whom.actor.id);
      const lost = await refusals([act(owner, second), act(second, owner)]);
      expect(lost).toEqual([expect.stringContaining("last owner")]);
      const [row] = await database.query(
        "SELECT count(*)::int AS owners FROM administrator_roles WHERE instance_id = $1 AND role = 'owner'",
        [owner.instanceId],
      );
      expect(row).toEqual({ owners: 1 });
    }
  });

  test.each(["administrator", "auditor"] as const)("the role %s changes no administrators", async (role) => {
    const { owner } = await owned();
    const other = await colleague(owner, role);
    const attempts = [
      setRole(other, other.actor.id, "owner"),
      removeAdministrator(other, owner.actor.id),
      addAdministrator(other, { email: freshEmail(), role: "auditor", password: PASSWORD }),
    ];
    for (const attempt of attempts) await expect(attempt).rejects.toMatchObject({ problem: "forbidden" });
    expect(await listAdministrators(other)).toHaveLength(2);
  });

  test("who signs in to one instance gets a role in a second one by email, and enters both", async () => {
    const [first, second] = [await owned(), await owned()];
    const { id } = first.owner.actor;
    await expect(enter(id, second.owner.instanceId)).rejects.toMatchObject({ problem: "not_found" });
    await addAdministrator(second.owner, { email: first.email.toUpperCase(), role: "auditor" });
    expect(await enter(id, second.owner.instanceId)).toMatchObject({ role: "auditor" });
    expect(await enter(id, first.owner.instanceId)).toMatchObject({ role: "owner" });
    expect(await listInstances(first.owner.actor)).toHaveLength(2);
    const again = addAdministrator(second.owner, { email: first.email, role: "owner" });
    await expect(again).rejects.toMatchObject({ problem: "duplicate", field: "email" });

    await removeAdministrator(second.owner, id);
    await expect(enter(id, second.owner.instanceId)).rejects.toMatchObject({ problem: "not_found" });
    const entries = await listAudit(second.owner);
    expect(entries.slice(0, 2).map(({ action }) => action)).toEqual([
      "administrator.remove",
      "administrator.role",
    ]);
    expect(await verifyAuditLog(second.owner)).toMatchObject({ intact: true });
  });

  const enter = async (id: string, instanceId: string) => {
    const self = await findSelf({ id, epoch: FIRST_EPOCH }, ADDRESS);
    return self && enterInstance(self, instanceId);
  };

  test.each<[string, object, string]>([
    ["nobody, without a password", { email: "nobody@example.org" }, "invalid_value"],
    ["somebody, with a password", { password: PASSWORD }, "duplicate"],
    ["a weak password", { email: "new@example.org", password: "weak" }, "invalid_value"],
    ["no address", { email: "nobody", password: PASSWORD }, "invalid_value"],
  ])("adding %s is refused", async (_, wrong, problem) => {
    const [{ owner }, other] = [await owned(), await owned()];
    const input = { email: other.email, role: "auditor", ...wrong } as const;
    await expect(addAdministrator(owner, input)).rejects.toMatchObject({ problem });
    expect(await listAdministrators(owner)).toHaveLength(1);
  });

  test("an administrator of another instance is unknown here", async () => {
    const [{ owner }, other] = [await owned(), await owned()];
    for (const attempt of [
      setRole(owner, other.owner.actor.id, "auditor"),
      removeAdministrator(owner, other.owner.actor.id),
    ]) {
      await expect(attempt).rejects.toMatchObject({ problem: "not_found" });
    }
  });
});
