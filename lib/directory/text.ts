import { invalidValue } from "./error";

interface TextRule {
  readonly min: number;
  readonly max: number;
}

/**
 * A name that people type: trimmed of nothing, but refused when it has a space at
 * either end or a control character; length in characters, not UTF-16 units.
 */
export function checkedName(field: string, label: string, value: string, { min, max }: TextRule): string {
  const length = [...value].length;
  if (length < min || length > max) {
    throw invalidValue(field, `${label} must have ${min} to ${max} characters; it has ${length}.`);
  }
  if (value !== value.trim()) throw invalidValue(field, `${label} must not begin or end with a space.`);
  if (hasControlCharacter(value)) throw invalidValue(field, `${label} must not hold control characters.`);
  return value;
}

/** Unicode general category Cc: C0, DEL and C1. */
export function hasControlCharacter(value: string): boolean {
  return /\p{Cc}/u.test(value);
}
