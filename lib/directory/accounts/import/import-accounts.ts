import { z } from "zod";
import { type Admin, requireRole } from "../../actor";
import { notFound } from "../../error";
import { findFields } from "../../extended-fields/store";
import { newId } from "../../id";
import { checked } from "../../input";
import { getInstance } from "../../instances/list-instances";
import { findTree } from "../../organizations/tree/store";
import type { AccountToInsert } from "../admin/changes/store";
import { hashPassword } from "../password-hash";
import { findTaken, writeImport } from "./changes/store";
import { checkDuplicates, uniqueKinds } from "./check-duplicates";
import { type CheckedRow, checkRow, type ImportRules } from "./check-row";
import { organizationFinder } from "./organization-finder";
import { FileProblem, type ImportRow, readImportFile } from "./read-file";
import { fileReport, type ImportProgress, type ImportReport, type RowReport, rowsReport } from "./report";

export const ImportOptions = z.strictObject({
  /** Tells what would happen, and does nothing. */
  dryRun: z.boolean(),
  /** Where rows go that name no organization; the root unless told. */
  organizationId: z.string().optional(),
});

/** So many rows are checked before others get a turn. */
const ROWS_A_TURN = 2000;

/**
 * Makes an account of every row of a CSV file: of all, or of none. Accounts that exist
 * already are an error of their row, never changed.
 *
 * @param bytes UTF-8, with or without a byte order mark; at most 100,000 rows
 * @param onProgress called some times a second at most by each phase
 * @throws DirectoryError not_found on the organization; conflict when someone took a value meanwhile
 */
export async function importAccounts(
  admin: Admin,
  bytes: Uint8Array,
  options: z.input<typeof ImportOptions>,
  onProgress: (progress: ImportProgress) => void = () => {},
): Promise<ImportReport> {
  requireRole(admin, "administrator");
  const { dryRun, organizationId } = checked(ImportOptions, options);
  const fields = await findFields(admin.instanceId);
  const { settings } = await getInstance(admin.instanceId);
  const organizationOf = organizationFinder(await findTree(admin.instanceId), organizationId);
  if (organizationId !== undefined && organizationOf(undefined) === undefined) {
    throw notFound("organization", organizationId);
  }
  let rows: ImportRow[];
  try {
    rows = readImportFile(bytes, fields);
  } catch (error) {
    if (error instanceof FileProblem) return fileReport(dryRun, error.message);
    throw error;
  }
  onProgress({ phase: "read", done: rows.length, total: rows.length });
  const rules: ImportRules = { fields, passwordPolicy: settings.passwordPolicy, organizationOf };
  const results = await checkRows(rows, rules, onProgress);
  await checkDuplicates(results, uniqueKinds(fields, settings), (kind, keys) =>
    findTaken(admin.instanceId, kind.place, keys),
  );
  const reports = results.map(reportOf);
  if (dryRun || reports.some(({ outcome }) => outcome === "error")) return rowsReport(dryRun, false, reports);
  const accounts = await accountsOf(results, onProgress);
  await writeImport(admin, accounts, fields, (done) =>
    onProgress({ phase: "write", done, total: accounts.length }),
  );
  return rowsReport(dryRun, true, reports);
}

async function checkRows(
  rows: readonly ImportRow[],
  rules: ImportRules,
  onProgress: (progress: ImportProgress) => void,
): Promise<CheckedRow[]> {
  const results: CheckedRow[] = [];
  for (let start = 0; start < rows.length; start += ROWS_A_TURN) {
    results.push(...rows.slice(start, start + ROWS_A_TURN).map((row) => checkRow(row, rules)));
    onProgress({ phase: "check", done: results.length, total: rows.length });
    await new Promise((resolve) => setImmediate(resolve));
  }
  return results;
}

/** Passwords are hashed before the transaction begins: each takes some 20 ms. */
async function accountsOf(
  results: readonly CheckedRow[],
  onProgress: (progress: ImportProgress) => void,
): Promise<AccountToInsert[]> {
  const total = results.filter(({ password }) => password !== undefined).length;
  let done = 0;
  const hashOf = async (password: string | undefined) => {
    if (password === undefined) return undefined;
    const hash = await hashPassword(password);
    done++;
    if (done % 50 === 0 || done === total) onProgress({ phase: "hash", done, total });
    return hash;
  };
  const accounts: AccountToInsert[] = [];
  for (let start = 0; start < results.length; start += ROWS_A_TURN) {
    const turn = results.slice(start, start + ROWS_A_TURN).map(async ({ values, password }) => {
      if (!values) throw new Error("A row without values is not imported.");
      return { id: newId("account"), values, passwordHash: await hashOf(password) };
    });
    accounts.push(...(await Promise.all(turn)));
  }
  return accounts;
}

function reportOf({ row, problems }: CheckedRow): RowReport {
  const outcome = problems.length === 0 ? "create" : "error";
  return { row: row.line, username: row.cells.get("username") ?? "", outcome, problems };
}
