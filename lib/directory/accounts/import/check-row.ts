import { DirectoryError } from "../../error";
import type { ExtendedField, FieldValue } from "../../extended-fields/extended-field";
import { fieldValueOfText } from "../../extended-fields/field-text";
import type { AccountValues } from "../account";
import { consoleRefusal } from "../admin/console-words";
import { fieldColumn } from "../csv-columns";
import { checkedEmail } from "../email";
import { checkPassword, type PolicyName } from "../password-policy";
import { parsePhone } from "../phone";
import { checkedDisplayName, checkedUsername } from "../username";
import type { ImportRow } from "./read-file";
import type { RowProblem } from "./report";

/** What the rows of a file are judged by. */
export interface ImportRules {
  readonly fields: readonly ExtendedField[];
  readonly passwordPolicy: PolicyName;
  /** The id for a path or an id; the default organization for none. */
  readonly organizationOf: (cell: string | undefined) => string | undefined;
}

/** A row that became an account to be, or what is wrong with it. */
export interface CheckedRow {
  readonly row: ImportRow;
  readonly values: AccountValues | undefined;
  readonly password: string | undefined;
  readonly problems: RowProblem[];
}

/** Judges a row by itself: every column, so that one run tells all. */
export function checkRow(row: ImportRow, rules: ImportRules): CheckedRow {
  const problems: RowProblem[] = [];
  const attempt = <T>(column: string, check: () => T): T | undefined => {
    try {
      return check();
    } catch (error) {
      if (!(error instanceof DirectoryError)) throw error;
      const { message, field } = consoleRefusal(error);
      problems.push({ column: field === "phoneRegion" ? field : column, message });
      return undefined;
    }
  };
  const { cells } = row;
  const displayName = cells.get("displayName");
  const email = cells.get("email");
  const password = cells.get("password");
  const username = attempt("username", () => checkedUsername(cells.get("username") ?? ""));
  attempt("displayName", () => displayName !== undefined && checkedDisplayName(displayName));
  attempt("email", () => email !== undefined && checkedEmail(email));
  const phone = attempt("phoneNumber", () => parsePhone(cells.get("phoneNumber"), cells.get("phoneRegion")));
  const organizationId = organizationOf(row, rules, problems);
  const enabled = enabledOf(cells.get("status"), problems);
  const extended = extendedOf(row, rules.fields, problems, attempt);
  if (password !== undefined && username !== undefined) {
    const owner = { username, displayName, email, phoneNumber: phone?.number };
    attempt("password", () => checkPassword(password, rules.passwordPolicy, owner));
  }
  const complete = problems.length === 0 && username !== undefined && organizationId !== undefined;
  const values = complete
    ? { username, displayName, email, phone, enabled, organizationId, externalId: undefined, extended }
    : undefined;
  return { row, values, password, problems };
}

function organizationOf(
  { cells }: ImportRow,
  { organizationOf: find }: ImportRules,
  problems: RowProblem[],
): string | undefined {
  const cell = cells.get("organization");
  const id = find(cell);
  if (id !== undefined) return id;
  const message = `No organization has the path or id ${JSON.stringify(cell)}, or more than one has. Write the path from the root, such as Acme/Staff, or the id.`;
  problems.push({ column: "organization", message });
  return undefined;
}

function enabledOf(cell: string | undefined, problems: RowProblem[]): boolean {
  const status = cell?.trim().toLowerCase() ?? "enabled";
  if (status !== "enabled" && status !== "disabled") {
    const message = `The status must be enabled or disabled; ${JSON.stringify(cell)} is neither.`;
    problems.push({ column: "status", message });
  }
  return status !== "disabled";
}

function extendedOf(
  row: ImportRow,
  fields: readonly ExtendedField[],
  problems: RowProblem[],
  attempt: <T>(column: string, check: () => T) => T | undefined,
): ReadonlyMap<string, FieldValue> {
  const values = new Map<string, FieldValue>();
  for (const field of fields) {
    const column = fieldColumn(field);
    const text = row.extended.get(field);
    const value =
      text === undefined
        ? field.defaultValue
        : attempt(column, () => fieldValueOfText(field, text, field.name));
    if (value !== undefined) values.set(field.id, value);
    else if (field.required && text === undefined) {
      problems.push({ column, message: `${field.name} is required.` });
    }
  }
  return values;
}
