const PERCENT = new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: 1 });

/** A share as people read it: a part that is small but there is never 0%, and one that lacks some never 100%. */
export function percentText(part: number, whole: number): string {
  if (whole === 0 || part === 0) return "0%";
  if (part === whole) return "100%";
  const share = part / whole;
  if (share < 0.001) return "<0.1%";
  return share > 0.999 ? ">99.9%" : PERCENT.format(share);
}
