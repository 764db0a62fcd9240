import { createHash } from "node:crypto";

interface Prepared {
  readonly name: string;
  readonly text: string;
}

const statements = new Map<string, Prepared>();

/** Bounds what each connection keeps prepared; the texts beyond are planned at each use. */
const MOST_PREPARED = 500;

/** A statement prepared once a connection, named by its text. */
export function prepared(text: string): Prepared | string {
  const known = statements.get(text);
  if (known) return known;
  if (statements.size >= MOST_PREPARED) return text;
  const name = `s_${createHash("sha256").update(text).digest("hex").slice(0, 24)}`;
  const statement = { name, text };
  statements.set(text, statement);
  return statement;
}
