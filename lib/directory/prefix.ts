import { foldCase } from "@/lib/scim/compare";

/** The folded values that begin with a text, as a range of the "C" collation that an index answers. */
export interface PrefixRange {
  readonly from: string;
  /** Exclusive. */
  readonly to: string;
}

const LAST_CODE_POINT = "\u{10ffff}";

/** undefined where nothing is searched for. NUL, which no value holds, is dropped. */
export function prefixRange(text: string | undefined): PrefixRange | undefined {
  const from = foldCase((text ?? "").replaceAll("\0", "").trim());
  return from === "" ? undefined : { from, to: from + LAST_CODE_POINT };
}
