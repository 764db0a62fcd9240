/**
 * The form in which values that are not caseExact are compared: lower case, composed (NFC),
 * and without the final sigma, whose lower case would depend on what follows it.
 * Idempotent. The database stores this form beside the value, so a change of it is a migration.
 */
export function foldCase(value: string): string {
  return value.toLowerCase().normalize("NFC").replaceAll("ς", "σ");
}

/**
 * Order by code point, as PostgreSQL's "C" collation has it; JavaScript's own order by
 * UTF-16 unit puts U+10000 and above before U+E000. Negative, 0 or positive like Array.sort.
 */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    if (a.charCodeAt(index) === b.charCodeAt(index)) continue;
    // The halves of a pair order their own characters rightly, and only against others they need fixing.
    return rank(a.charCodeAt(index)) - rank(b.charCodeAt(index));
  }
  return a.length - b.length;
}

/** Moves surrogates (U+D800–U+DFFF) above the rest of the basic plane. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
