import { describe, expect, test } from "vitest";
import { database } from "@/lib/db/client";
import type { Admin } from "@/lib/directory/actor";
import { setScope } from "@/lib/directory/applications/scope/set-scope";
import { setTarget } from "@/lib/directory/applications/scope/set-target";
import { createOrganization } from "@/lib/directory/organizations/create-organization";
import { deleteOrganization } from "@/lib/directory/organizations/delete-organization";
import { moveOrganization } from "@/lib/directory/organizations/move-organization";
import { getOrganization } from "@/lib/directory/organizations/pages/read-organization";
import { listChildren, readTree } from "@/lib/directory/organizations/tree/read-tree";
import { updateOrganization } from "@/lib/directory/organizations/update-organization";
import { atOnce, newApplication, newInstance, onDatabase, putAccount, refusal } from "./admin-fixture";
import { testDatabases } from "./databases";

async function below(admin: Admin, parentId: string, ...names: string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const name of names) ids.push((await createOrganization(admin, { name, parentId })).id);
  return ids;
}

/** The closure as the parents say it, against the closure as it is kept. */
async function pathsFit(admin: Admin): Promise<boolean> {
  const [row] = await (await database()).query<{ wrong: number }>(
    `WITH RECURSIVE truth AS (
       SELECT id AS ancestor_id, id AS descendant_id, 0 AS depth FROM organizations WHERE instance_id = $1
       UNION ALL SELECT o.parent_id, t.descendant_id, t.depth + 1
         FROM truth t JOIN organizations o ON o.instance_id = $1 AND o.id = t.ancestor_id
         WHERE o.parent_id IS NOT NULL
     ), kept AS (SELECT ancestor_id, descendant_id, depth FROM organization_paths WHERE instance_id = $1)
     SELECT ((SELECT count(*) FROM (TABLE truth EXCEPT TABLE kept) a)
           + (SELECT count(*) FROM (TABLE kept EXCEPT TABLE truth) b))::int AS wrong`,
    [admin.instanceId],
  );
  return row?.wrong === 0;
}

describe.each(testDatabases())("organizations on $kind", (testDatabase) => {
  onDatabase(testDatabase);

  test("a branch moves with all below it, and the tree says so", async () => {
    const { admin, root } = await newInstance();
    const [sales = "", staff = ""] = await below(admin, root, "Sales", "Staff");
    const [north = ""] = await below(admin, sales, "North");
    const [oslo = ""] = await below(admin, north, "Oslo");
    await moveOrganization(admin, north, staff);
    expect(await pathsFit(admin)).toBe(true);
    const tree = await readTree(admin);
    expect(tree.map(({ id, parentId, depth, children }) => [id, parentId, depth, children])).toEqual([
      [root, undefined, 0, 2],
      [sales, root, 1, 0],
      [staff, root, 1, 1],
      [north, staff, 2, 1],
      [oslo, north, 3, 0],
    ]);
    expect((await listChildren(admin, root)).map(({ name }) => name)).toEqual(["Sales", "Staff"]);
  });

  test("an organization is never moved under itself, nor the root anywhere", async () => {
    const { admin, root } = await newInstance();
    const [top = ""] = await below(admin, root, "Top");
    const [middle = ""] = await below(admin, top, "Middle");
    const [low = ""] = await below(admin, middle, "Low");
    for (const place of [top, middle, low]) {
      expect((await refusal(moveOrganization(admin, top, place))).message).toMatch(/under itself/);
    }
    expect((await refusal(moveOrganization(admin, root, low))).problem).toBe("refused");
    expect(await pathsFit(admin)).toBe(true);
  });

  test("of two simultaneous moves that would make a cycle one is refused", async () => {
    for (let round = 0; round < 5; round++) {
      const { admin, root } = await newInstance();
      const [left = "", right = ""] = await below(admin, root, "Left", "Right");
      const moves = [moveOrganization(admin, left, right), moveOrganization(admin, right, left)];
      const { done, refused } = await atOnce(moves);
      expect([done, refused.length]).toEqual([1, 1]);
      expect(await pathsFit(admin)).toBe(true);
    }
  });

  test("what is made below a branch while it moves has the paths of its place", async () => {
    const { admin, root } = await newInstance();
    const [from = "", to = ""] = await below(admin, root, "From", "To");
    const [branch = ""] = await below(admin, from, "Branch");
    await Promise.all([
      moveOrganization(admin, branch, to),
      ...["a", "b", "c"].map((name) => createOrganization(admin, { name, parentId: branch })),
    ]);
    expect(await pathsFit(admin)).toBe(true);
  });

  test("siblings differ in name whatever the case, on create, rename and move, also at once", async () => {
    const { admin, root } = await newInstance();
    const [sales = "", staff = ""] = await below(admin, root, "Sales", "Staff");
    const [inner = ""] = await below(admin, staff, "SALES");
    expect((await refusal(createOrganization(admin, { name: "sales" }))).problem).toBe("duplicate");
    expect((await refusal(updateOrganization(admin, staff, { name: "sAles" }))).problem).toBe("duplicate");
    expect((await refusal(moveOrganization(admin, inner, root))).problem).toBe("duplicate");
    await updateOrganization(admin, sales, { name: "SALES" });
    const { done } = await atOnce([0, 1, 2].map(() => createOrganization(admin, { name: "New" })));
    expect(done).toBe(1);
  });

  test.each(["", " Sales", "Sales ", "a\nb", "x".repeat(65)])("the name %j is refused", async (name) => {
    const { admin } = await newInstance();
    expect(await refusal(createOrganization(admin, { name }))).toMatchObject({
      problem: "invalid_value",
      field: "name",
    });
  });

  test("64 characters of any plane are a name, 256 a description", async () => {
    const { admin, root } = await newInstance();
    await createOrganization(admin, { name: "𝒳".repeat(64), description: "𝒳".repeat(256) });
    expect((await refusal(updateOrganization(admin, root, { description: "x".repeat(257) }))).field).toBe(
      "description",
    );
    expect((await updateOrganization(admin, root, { name: "Acme Group" })).name).toBe("Acme Group");
    const { seen } = await getOrganization(admin, root);
    await updateOrganization(admin, root, { seen, name: "Acme" });
    const stale = await refusal(updateOrganization(admin, root, { seen, name: "Acme Holding" }));
    expect(stale).toMatchObject({ problem: "conflict", message: expect.stringContaining("name") });
    await updateOrganization(admin, root, { name: "Acme Group" });
  });

  test("deleting is refused while it holds accounts or organizations, and for the root", async () => {
    const { admin, root } = await newInstance();
    const [held = "", empty = ""] = await below(admin, root, "Held", "Empty");
    const account = await putAccount(admin.instanceId, held);
    expect((await refusal(deleteOrganization(admin, held))).message).toMatch(/1 account and 0 organizations/);
    await (await database()).prisma.account.deleteMany({ where: { id: account } });
    await moveOrganization(admin, empty, held);
    expect((await refusal(deleteOrganization(admin, held))).message).toMatch(
      /0 accounts and 1 organization\b/,
    );
    await deleteOrganization(admin, empty);
    await deleteOrganization(admin, held);
    expect((await refusal(deleteOrganization(admin, root))).message).toMatch(/root/);
    expect(await pathsFit(admin)).toBe(true);
  });

  test("a target organization can neither be deleted nor moved out of its application's scope", async () => {
    const { admin, root, application } = await newApplication();
    const [scope = "", other = ""] = await below(admin, root, "Scope", "Other");
    const [target = ""] = await below(admin, scope, "Target");
    const [deep = ""] = await below(admin, scope, "Deep");
    await setScope(admin, application, { organizations: [scope] });
    await setTarget(admin, application, target);
    expect((await refusal(deleteOrganization(admin, target))).message).toMatch(/target organization/);
    expect((await refusal(moveOrganization(admin, target, other))).message).toMatch(/provisioning scope/);
    await moveOrganization(admin, target, deep);
    expect((await refusal(moveOrganization(admin, deep, other))).message).toMatch(/provisioning scope/);
    expect(await pathsFit(admin)).toBe(true);
  });

  test("organizations of another instance are not known", async () => {
    const { admin, root } = await newInstance();
    const { admin: foreign, root: foreignRoot } = await newInstance("Foreign");
    const [own = ""] = await below(admin, root, "Own");
    const works = [
      () => createOrganization(admin, { name: "New", parentId: foreignRoot }),
      () => moveOrganization(admin, own, foreignRoot),
      () => moveOrganization(foreign, own, foreignRoot),
      () => updateOrganization(foreign, own, { name: "Taken" }),
      () => deleteOrganization(foreign, own),
    ];
    for (const work of works) expect((await refusal(work())).problem).toBe("not_found");
    expect(await listChildren(foreign, root)).toEqual([]);
    expect((await readTree(foreign)).map(({ id }) => id)).toEqual([foreignRoot]);
  });
});
