import { describe, expect, test } from "vitest";
import { database } from "@/lib/db/client";
import { getAccountView } from "@/lib/directory/accounts/admin/read-accounts";
import { createField } from "@/lib/directory/extended-fields/create-field";
import { deleteField } from "@/lib/directory/extended-fields/delete-field";
import { listFields } from "@/lib/directory/extended-fields/list-fields";
import { newInstance, onDatabase, putAccount, refusal } from "./admin-fixture";
import { testDatabases } from "./databases";

const FIELD = { key: "dept", name: "Department", type: "text" } as const;
const HUNDRED = Array.from({ length: 100 }, (_, index) => `option ${index}`);

describe.each(testDatabases())("extended fields on $kind", (testDatabase) => {
  onDatabase(testDatabase);

  test("a field is kept as it was made", async () => {
    const { admin } = await newInstance();
    const { id } = await createField(admin, {
      key: "floors",
      name: "Floors",
      type: "multichoice",
      required: true,
      options: HUNDRED,
      defaultValue: ["option 3"],
      description: "Where to look first",
    });
    await createField(admin, { key: "badge", name: "Badge", type: "number", unique: true });
    expect(await listFields(admin)).toMatchObject([
      { key: "badge", type: "number", unique: true, defaultValue: undefined, options: [] },
      {
        id,
        key: "floors",
        name: "Floors",
        required: true,
        defaultValue: ["option 3"],
        description: "Where to look first",
        options: HUNDRED.map((value) => ({ value, disabled: false })),
      },
    ]);
  });

  test.each([
    [{ ...FIELD, key: "Dept" }, "key"],
    [{ ...FIELD, key: "1dept" }, "key"],
    [{ ...FIELD, key: "a".repeat(41) }, "key"],
    [{ ...FIELD, name: "" }, "name"],
    [{ ...FIELD, unique: true, encrypted: true }, "encrypted"],
    [{ ...FIELD, unique: true, defaultValue: "x" }, "defaultValue"],
    [{ ...FIELD, type: "number", defaultValue: "3" }, "defaultValue"],
    [{ ...FIELD, type: "boolean", defaultValue: "true" }, "defaultValue"],
    [{ ...FIELD, type: "datetime", defaultValue: "yesterday" }, "defaultValue"],
    [{ ...FIELD, type: "choice", options: ["a"], defaultValue: "b" }, "defaultValue"],
    [{ ...FIELD, type: "choice" }, "options"],
    [{ ...FIELD, type: "choice", options: ["a", "a"] }, "options"],
    [{ ...FIELD, type: "choice", options: [...HUNDRED, "one more"] }, "options"],
    [{ ...FIELD, options: ["a"] }, "options"],
  ] as const)("the field %j is refused for its %s", async (field, wrong) => {
    const { admin } = await newInstance();
    const input = "options" in field ? { ...field, options: [...field.options] } : field;
    expect(await refusal(createField(admin, input))).toMatchObject({
      problem: "invalid_value",
      field: wrong,
    });
  });

  test("a key stands once in an instance, and in another again", async () => {
    const { admin } = await newInstance();
    const { admin: other } = await newInstance();
    await createField(admin, FIELD);
    await createField(other, FIELD);
    expect(await refusal(createField(admin, FIELD))).toMatchObject({ problem: "duplicate", field: "key" });
  });

  test("deleting a field that holds values says how many and asks for its key", async () => {
    const { admin, root } = await newInstance();
    const { id } = await createField(admin, FIELD);
    const { prisma } = await database();
    for (const value of ["north", "south"]) {
      const accountId = await putAccount(admin.instanceId, root);
      const { instanceId } = admin;
      await prisma.extendedValue.create({
        data: { instanceId, accountId, fieldId: id, value, valueKey: value },
      });
      expect((await getAccountView(admin, { id: accountId })).extended).toEqual({ dept: value });
    }
    for (const typed of [undefined, "Department"]) {
      const { problem, message } = await refusal(deleteField(admin, id, typed));
      expect(problem).toBe("refused");
      expect(message).toMatch(/in 2 accounts.*: dept$/);
    }
    await deleteField(admin, id, "dept");
    expect(await listFields(admin)).toEqual([]);
    const { id: empty } = await createField(admin, FIELD);
    await deleteField(admin, empty);
  });

  test("an encrypted value is named to administrators, never shown", async () => {
    const { admin, root } = await newInstance();
    const { id: fieldId } = await createField(admin, { ...FIELD, key: "pin", encrypted: true });
    const accountId = await putAccount(admin.instanceId, root);
    await (await database()).prisma.extendedValue.create({
      data: { instanceId: admin.instanceId, accountId, fieldId, value: "v1.sealed" },
    });
    const account = await getAccountView(admin, { id: accountId });
    expect([account.extended, account.encryptedFields]).toEqual([{}, ["pin"]]);
  });

  test("a field of another instance is not known", async () => {
    const { admin } = await newInstance();
    const { admin: foreign } = await newInstance();
    const { id } = await createField(admin, FIELD);
    expect((await refusal(deleteField(foreign, id, "dept"))).problem).toBe("not_found");
    expect(await listFields(foreign)).toEqual([]);
  });
});
