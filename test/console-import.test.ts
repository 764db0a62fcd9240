import { describe, expect, test } from "vitest";
import { createAccount } from "@/lib/directory/accounts/admin/create-account";
import { getAccountDetail } from "@/lib/directory/accounts/admin/detail/get-account";
import { listAccounts } from "@/lib/directory/accounts/admin/list/list-accounts";
import { exportAccounts } from "@/lib/directory/accounts/export/export-accounts";
import { importAccounts } from "@/lib/directory/accounts/import/import-accounts";
import { createField } from "@/lib/directory/extended-fields/create-field";
import { verifyAuditLog } from "@/lib/directory/logs/audit/verify/verify-audit-log";
import { createOrganization } from "@/lib/directory/organizations/create-organization";
import { newInstance, onDatabase } from "./admin-fixture";
import { testDatabases } from "./databases";

const bytes = (text: string) => new TextEncoder().encode(text);

async function exported(...[admin, query]: Parameters<typeof exportAccounts>): Promise<string> {
  let text = "";
  for await (const chunk of exportAccounts(admin, query)) text += chunk;
  return text;
}

describe.each(testDatabases())("CSV on $kind", (testDatabase) => {
  onDatabase(testDatabase);

  test("a dry run does nothing; a run makes every account with its source and its values", async () => {
    const { admin } = await newInstance();
    const { id: staff } = await createOrganization(admin, { name: "Staff" });
    await createField(admin, { key: "floors", name: "Floors", type: "multichoice", options: ["1", "2"] });
    const file = bytes(
      "\u{feff}username;displayName;phoneNumber;organization;password;status;floors\r\n" +
        'ada;"Lovelace; ""Ada""";+44 7911 123456;acme / staff;Correct-horse-7;disabled;1|2\r\n' +
        `grace;;;${staff};;;\r\n`,
    );
    const dry = await importAccounts(admin, file, { dryRun: true });
    expect(dry).toMatchObject({ imported: false, total: 2, good: 2, bad: 0 });
    expect((await listAccounts(admin)).rows).toEqual([]);
    const phases = new Set<string>();
    const run = await importAccounts(admin, file, { dryRun: false }, ({ phase }) => phases.add(phase));
    expect(run).toMatchObject({ imported: true, good: 2, rows: [{ row: 2, outcome: "create" }, { row: 3 }] });
    expect([...phases]).toEqual(["read", "check", "hash", "write"]);
    const { rows } = await listAccounts(admin);
    expect(rows).toMatchObject([
      { username: "ada", status: "disabled", source: "csv_import", organization: { id: staff } },
      { username: "grace", status: "enabled", organization: { id: staff } },
    ]);
    const { account, origins } = await getAccountDetail(admin, rows[0]?.id ?? "");
    expect(account).toMatchObject({
      displayName: 'Lovelace; "Ada"',
      phoneRegion: "44",
      hasPassword: true,
      extended: { floors: ["1", "2"] },
    });
    expect(origins.displayName?.kind).toBe("csv_import");
    expect(await verifyAuditLog(admin)).toMatchObject({ intact: true });
  });

  test("each fault names its row and column, and one is enough for nothing to be imported", async () => {
    const { admin } = await newInstance();
    await createField(admin, { key: "badge", name: "Badge", type: "text", unique: true });
    await createAccount(admin, { username: "taken", email: "taken@acme.example" });
    const lines = [
      "username,email,phoneNumber,organization,password,status,badge",
      "good,,,,,,B1",
      ",,,,,,",
      "TAKEN,TAKEN@acme.example,,,,,",
      "Good,,,,,,",
      "a,nobody,12,Nowhere,short,off,",
      "b,,,,,,B1",
    ];
    const report = await importAccounts(admin, bytes(lines.join("\n")), { dryRun: false });
    expect(report).toMatchObject({ imported: false, total: 6, good: 1, bad: 5 });
    const faults = report.rows.map(({ row, problems }) => [row, problems.map(({ column }) => column)]);
    expect(faults).toEqual([
      [2, []],
      [3, ["username"]],
      [4, ["username", "email"]],
      [5, ["username"]],
      [6, ["email", "phoneNumber", "organization", "status", "password"]],
      [7, ["badge"]],
    ]);
    expect((await listAccounts(admin)).total.count).toBe(1);
  });

  test.each([
    ["nothing", bytes(""), /empty/],
    ["a header alone", bytes("username\n"), /no rows/],
    ["UTF-16", new Uint8Array([0xff, 0xfe, 0x75, 0]), /UTF-16/],
    ["Latin-1", new Uint8Array([...bytes("username\n"), 0xe9]), /not UTF-8/],
    ["an unknown column", bytes("username,colour\na,b"), /"colour" are not known/],
    ["a column twice", bytes("username,username\na,b"), /twice/],
    ["no username", bytes("email\na@b.example"), /username is missing/],
    ["an open quote", bytes('username\n"a'), /Line 2: .*quote/i],
    ["cells beyond the header", bytes("username\na,b"), /Line 2: there are 2 cells/],
    ["too many rows", bytes(`username\n${"a\n".repeat(100_001)}`), /100,000/],
  ])("a file with %s is refused as a whole", async (_, file, message) => {
    const { admin } = await newInstance();
    const report = await importAccounts(admin, file, { dryRun: true });
    expect(report.fileProblem).toMatch(message);
    expect(report).toMatchObject({ imported: false, rows: [] });
  });

  test("an export holds no formula, no secret, and imports again as it was", async () => {
    const { admin } = await newInstance();
    await createField(admin, { key: "email", name: "Other", type: "text" });
    await createField(admin, { key: "pin", name: "Pin", type: "number" });
    const ada = {
      username: "=cmd|' /C calc'!A0",
      displayName: "@SUM(1+1)",
      extended: { email: "+49", pin: -5 },
      password: "Correct-horse-7",
    };
    await createAccount(admin, ada);
    const text = await exported(admin);
    const [header, line] = text.slice(1).split("\r\n");
    expect(header).toBe(
      "id,username,displayName,email,phoneRegion,phoneNumber,organization,status,source,createdAt,updatedAt,field.email,pin",
    );
    expect(line).toContain("'=cmd|' /C calc'!A0,'@SUM(1+1),");
    expect(line).toMatch(/'\+49,'-5$/);
    const { admin: other } = await newInstance();
    await createField(other, { key: "email", name: "Other", type: "text" });
    await createField(other, { key: "pin", name: "Pin", type: "number" });
    expect((await importAccounts(other, bytes(text), { dryRun: false })).imported).toBe(true);
    const [copy] = (await listAccounts(other)).rows;
    const { account } = await getAccountDetail(other, copy?.id ?? "");
    expect(account).toMatchObject({
      username: ada.username,
      displayName: ada.displayName,
      extended: ada.extended,
    });
    expect((await exported(admin, { status: "disabled" })).split("\r\n")).toHaveLength(2);
  });
});
