import Papa from "papaparse";

/** One record of a CSV text, and the line on which it begins, from 1. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The text is no CSV, from this line on. */
export class CsvProblem extends Error {}

/**
 * The records of a CSV text (RFC 4180); empty lines are left out. Cells are separated by
 * comma, semicolon or tab, whichever the text shows: spreadsheets differ by country.
 *
 * @throws CsvProblem on a quote where none may stand
 */
export function* csvRecords(text: string): Generator<CsvRecord> {
  const { data, errors } = Papa.parse<string[]>(text, { delimitersToGuess: [",", ";", "\t"] });
  const broken = errors.find((error) => error.type === "Quotes");
  let line = 1;
  for (const [index, cells] of data.entries()) {
    if (broken?.row === index) throw new CsvProblem(`Line ${line}: ${broken.message}.`);
    if (cells.length > 1 || cells[0] !== "") yield { line, cells };
    line += 1 + lineBreaks(cells);
  }
}

/** A quoted cell may go over several lines. */
function lineBreaks(cells: readonly string[]): number {
  return cells.reduce((breaks, cell) => breaks + cell.split("\n").length - 1, 0);
}
