import type { z } from "zod";
import { type Admin, requireRole } from "../../actor";
import { notFound } from "../../error";
import type { ExtendedField } from "../../extended-fields/extended-field";
import { textOfFieldValue } from "../../extended-fields/field-text";
import { findFields } from "../../extended-fields/store";
import { checked } from "../../input";
import { findTree } from "../../organizations/tree/store";
import { AccountExportQuery, type AccountFilter } from "../admin/list/query";
import { findPlace, type Place } from "../admin/list/store";
import { csvCell } from "../csv-cell";
import { CSV_COLUMNS, EXPORT_ONLY_COLUMNS, fieldColumn, pathText } from "../csv-columns";
import { type ExportedAccount, findExportPage } from "./store";

const LINE_END = "\r\n";

/** Marks the text as UTF-8 for spreadsheets. */
const BYTE_ORDER_MARK = "\u{feff}";

/**
 * The accounts that meet a filter as CSV (RFC 4180), some hundred lines at a time. Cells that
 * a spreadsheet would take for a formula have an apostrophe before them, which an import
 * takes away. Passwords and encrypted fields are left out.
 *
 * @throws DirectoryError before the first line: invalid_value; not_found on the organization
 */
export async function* exportAccounts(
  admin: Admin,
  query: z.input<typeof AccountExportQuery> = {},
): AsyncGenerator<string> {
  requireRole(admin, "auditor");
  const filter = checked(AccountExportQuery, query);
  const place = await findPlace(admin.instanceId, filter);
  if (place === undefined) throw notFound("organization", filter.organizationId ?? "");
  const fields = (await findFields(admin.instanceId)).filter((field) => !field.encrypted);
  const paths = await organizationPaths(admin.instanceId);
  const columns = [...COLUMNS, ...fields.map(fieldColumn)];
  yield BYTE_ORDER_MARK + columns.map(csvCell).join(",") + LINE_END;
  for await (const page of pagesOf(admin.instanceId, filter, place)) {
    yield page.map((account) => lineOf(account, fields, paths)).join("");
  }
}

const COLUMNS = [
  ...EXPORT_ONLY_COLUMNS.slice(0, 1),
  ...CSV_COLUMNS.filter((column) => column !== "password"),
  ...EXPORT_ONLY_COLUMNS.slice(1),
];

async function* pagesOf(
  instanceId: string,
  filter: AccountFilter,
  place: Place,
): AsyncGenerator<readonly ExportedAccount[]> {
  let cursor: string | undefined;
  do {
    const { rows, next } = await findExportPage(instanceId, filter, place, cursor);
    if (rows.length > 0) yield rows;
    cursor = next;
  } while (cursor !== undefined);
}

function lineOf(
  account: ExportedAccount,
  fields: readonly ExtendedField[],
  paths: ReadonlyMap<string, string>,
): string {
  const cells = [
    account.id,
    account.username,
    account.displayName ?? "",
    account.email ?? "",
    account.phoneRegion ?? "",
    account.phoneNumber ?? "",
    paths.get(account.organizationId) ?? account.organizationId,
    account.enabled ? "enabled" : "disabled",
    account.source,
    account.createdAt.toISOString(),
    account.updatedAt.toISOString(),
  ];
  for (const { key } of fields) {
    const value = account.extended[key];
    cells.push(value === undefined ? "" : textOfFieldValue(value));
  }
  return cells.map(csvCell).join(",") + LINE_END;
}

async function organizationPaths(instanceId: string): Promise<Map<string, string>> {
  const names = new Map<string, readonly string[]>();
  for (const { id, parentId, name } of await findTree(instanceId)) {
    names.set(id, [...(parentId === undefined ? [] : (names.get(parentId) ?? [])), name]);
  }
  return new Map([...names].map(([id, path]) => [id, pathText(path)]));
}
