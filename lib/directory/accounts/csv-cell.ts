/** What a spreadsheet would run as a formula (OWASP, "CSV Injection"). */
const FORMULA = /^[=+\-@\t\r]/;
const GUARDED = /^'[=+\-@\t\r]/;

/**
 * A value as a cell of an export: one that a spreadsheet would take for a formula gets an
 * apostrophe before it, which `valueOfCell` takes away again.
 */
export function csvCell(value: string): string {
  const guarded = FORMULA.test(value) ? `'${value}` : value;
  return /[",;\t\r\n]/.test(guarded) || guarded !== guarded.trim()
    ? `"${guarded.replaceAll('"', '""')}"`
    : guarded;
}

/** The value of a cell: an export can be imported again. */
export function valueOfCell(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}
