import type { CappedTotal } from "@/lib/directory/keyset";

/** "1 account", "2,140 accounts", "10,000+ accounts". */
export function cappedText({ count, more }: CappedTotal, one: string, many = `${one}s`): string {
  const number = `${count.toLocaleString("en")}${more ? "+" : ""}`;
  return `${number} ${count === 1 && !more ? one : many}`;
}

/** What a page of a list holds: "50 of 10,000+ accounts". */
export function pageText(shown: number, total: CappedTotal, one: string, many = `${one}s`): string {
  if (shown === total.count && !total.more) return cappedText(total, one, many);
  return `${shown.toLocaleString("en")} of ${cappedText(total, one, many)}`;
}
