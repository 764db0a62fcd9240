import type { ExtendedField } from "../extended-fields/extended-field";

/** The columns of an import; extended fields stand beside them under their key. */
export const CSV_COLUMNS = [
  "username",
  "displayName",
  "email",
  "phoneRegion",
  "phoneNumber",
  "organization",
  "password",
  "status",
] as const;
export type CsvColumn = (typeof CSV_COLUMNS)[number];

/** What an export holds beyond them, and an import leaves aside. */
export const EXPORT_ONLY_COLUMNS = ["id", "source", "createdAt", "updatedAt"] as const;

const RESERVED: readonly string[] = [...CSV_COLUMNS, ...EXPORT_ONLY_COLUMNS];

/** The column of an extended field: its key, or `field.KEY` where the key is a column's name. */
export function fieldColumn({ key }: Pick<ExtendedField, "key">): string {
  return RESERVED.includes(key) ? `field.${key}` : key;
}

/** Between the names of a path such as `Acme/Staff/Night shift`. */
const PATH_SEPARATOR = "/";

/** A path of organizations as a cell. */
export function pathText(names: readonly string[]): string {
  return names.join(PATH_SEPARATOR);
}

/** The form by which two paths are the same path: spaces around the separator do not count. */
export function pathKey(path: string, fold: (text: string) => string): string {
  return path
    .split(PATH_SEPARATOR)
    .map((name) => fold(name.trim()))
    .join(PATH_SEPARATOR);
}
