import type { ExtendedField } from "@/lib/directory/extended-fields/extended-field";

/** What the fields of an account's form hold. */
export interface BasicInput {
  readonly username: string;
  readonly displayName: string;
  readonly email: string;
  readonly phoneRegion: string;
  readonly phoneNumber: string;
}

export function textOf(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === "string" ? value : "";
}

export function basicInput(data: FormData): BasicInput {
  return {
    username: textOf(data, "username"),
    displayName: textOf(data, "displayName"),
    email: textOf(data, "email"),
    phoneRegion: textOf(data, "phoneRegion"),
    phoneNumber: textOf(data, "phoneNumber"),
  };
}

/** The name of an extended field in the form, and in a refusal of the use case. */
export function extendedName(key: string): string {
  return `extended.${key}`;
}

/** Ticked: the stored value of an encrypted field goes. */
export function removalName(key: string): string {
  return `remove.${key}`;
}

/**
 * The extended values that differ from what the form began with. What is left alone is not sent: a choice
 * whose option was disabled since stays, and so does an encrypted value, which the form never held.
 */
export function extendedInput(
  data: FormData,
  fields: readonly ExtendedField[],
  initial: Readonly<Record<string, string>>,
): Record<string, string | null> {
  const input: Record<string, string | null> = {};
  for (const field of fields) {
    const { key } = field;
    if (data.has(removalName(key))) input[key] = null;
    const texts = data.getAll(extendedName(key)).filter((value) => typeof value === "string");
    const text = texts.filter((value) => value !== "").join("|");
    if (text !== (initial[key] ?? "")) input[key] = text === "" ? null : text;
  }
  return input;
}
