import type { ExtendedField } from "../../extended-fields/extended-field";
import { valueOfCell } from "../csv-cell";
import { CSV_COLUMNS, type CsvColumn, EXPORT_ONLY_COLUMNS, fieldColumn } from "../csv-columns";
import { CsvProblem, type CsvRecord, csvRecords } from "./csv";

const MOST_BYTES = 64 * 1024 * 1024;
const MOST_ROWS = 100_000;

/** A row of the file, by column. */
export interface ImportRow {
  /** Its line in the file; the header is line 1. */
  readonly line: number;
  readonly cells: ReadonlyMap<CsvColumn, string>;
  readonly extended: ReadonlyMap<ExtendedField, string>;
}

/** The file cannot be imported at all. */
export class FileProblem extends Error {}

type Column = { readonly name: CsvColumn } | { readonly field: ExtendedField } | "aside";

/** @throws FileProblem on its encoding, its columns, its size */
export function readImportFile(bytes: Uint8Array, fields: readonly ExtendedField[]): ImportRow[] {
  const text = decoded(bytes);
  try {
    return rowsOf(text, fields);
  } catch (error) {
    throw error instanceof CsvProblem ? new FileProblem(error.message) : error;
  }
}

function decoded(bytes: Uint8Array): string {
  if (bytes.length > MOST_BYTES) throw new FileProblem("The file is larger than 64 MB. Split it.");
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (wide) throw new FileProblem("The file is UTF-16. Save it as CSV UTF-8 and choose it again.");
  try {
    // The decoder drops a byte order mark.
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (!text.includes("\0")) return text;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new FileProblem("The file is not UTF-8. Save it as CSV UTF-8 and choose it again.");
  }
  throw new FileProblem("The file holds NUL characters: it is no CSV text.");
}

function rowsOf(text: string, fields: readonly ExtendedField[]): ImportRow[] {
  const records = csvRecords(text);
  const header = records.next();
  if (header.done) throw new FileProblem("The file is empty. Its first line names the columns.");
  const columns = columnsOf(header.value.cells, fields);
  const rows: ImportRow[] = [];
  for (const record of records) {
    if (rows.length === MOST_ROWS) {
      throw new FileProblem("The file has more than 100,000 rows. Split it.");
    }
    rows.push(rowOf(record, columns));
  }
  if (rows.length === 0) throw new FileProblem("The file has a header and no rows.");
  return rows;
}

function columnsOf(names: readonly string[], fields: readonly ExtendedField[]): Column[] {
  const columns = names.map((name) => columnOf(name.trim(), fields));
  const unknown = names.filter((_, index) => columns[index] === undefined);
  if (unknown.length > 0) {
    const known = [...CSV_COLUMNS, ...fields.map(fieldColumn)].join(", ");
    const quoted = unknown.map((name) => JSON.stringify(name)).join(", ");
    throw new FileProblem(`The columns ${quoted} are not known. Known columns: ${known}.`);
  }
  const trimmed = names.map((name) => name.trim());
  const doubled = trimmed.find((name, index) => trimmed.indexOf(name) !== index);
  if (doubled !== undefined)
    throw new FileProblem(`The column ${JSON.stringify(doubled)} stands there twice.`);
  if (!trimmed.includes("username")) throw new FileProblem("The column username is missing.");
  return columns.flatMap((column) => (column === undefined ? [] : [column]));
}

function columnOf(name: string, fields: readonly ExtendedField[]): Column | undefined {
  const basic = CSV_COLUMNS.find((column) => column === name);
  if (basic) return { name: basic };
  if (EXPORT_ONLY_COLUMNS.some((column) => column === name)) return "aside";
  const field = fields.find(
    (candidate) => fieldColumn(candidate) === name || `field.${candidate.key}` === name,
  );
  return field && { field };
}

function rowOf({ line, cells }: CsvRecord, columns: readonly Column[]): ImportRow {
  const basic = new Map<CsvColumn, string>();
  const extended = new Map<ExtendedField, string>();
  columns.forEach((column, index) => {
    const value = valueOfCell(cells[index] ?? "");
    if (column === "aside" || value === "") return;
    if ("name" in column) basic.set(column.name, value);
    else extended.set(column.field, value);
  });
  // A cell beyond the header belongs to no column: something is shifted.
  if (cells.length > columns.length && cells.slice(columns.length).some((cell) => cell !== "")) {
    throw new CsvProblem(`Line ${line}: there are ${cells.length} cells under ${columns.length} columns.`);
  }
  return { line, cells: basic, extended };
}
