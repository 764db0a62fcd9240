/** The order of a list as its URL has it: `name` ascending, `-name` descending. */
export interface Sort {
  readonly column: string;
  readonly descending: boolean;
}

export function parseSort(text: string): Sort {
  return text.startsWith("-")
    ? { column: text.slice(1), descending: true }
    : { column: text, descending: false };
}

/** What pressing a column's header asks for: its order turned round, or ascending when it had none. */
export function nextSort(current: Sort | undefined, column: string): string {
  return current?.column === column && !current.descending ? `-${column}` : column;
}
