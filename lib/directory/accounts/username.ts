import { invalidValue } from "../error";
import { checkedName } from "../text";

/** 1–256 characters, no control characters, no space at either end (product.md, "Accounts"). */
export function checkedUsername(value: string): string {
  return checkedName("userName", "userName", value, { min: 1, max: 256 });
}

/** To 256 characters. */
export function checkedDisplayName(value: string): string {
  const length = [...value].length;
  if (length <= 256) return value;
  throw invalidValue("displayName", `displayName may have at most 256 characters; it has ${length}.`);
}
