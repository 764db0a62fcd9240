import { z } from "zod";
import { invalidValue } from "./error";
import { hasControlCharacter } from "./text";

/**
 * What an administrator sent, checked by the schema of the use case. The console's
 * forms show the same messages before they send.
 *
 * @throws DirectoryError invalid_value on the first field that is wrong
 */
export function checked<Schema extends z.ZodType>(schema: Schema, input: z.input<Schema>): z.output<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw invalidValue(issue?.path.join(".") || "input", issue?.message ?? "The input is not valid.");
}

/** A name that people type; length in characters, not UTF-16 units (as `checkedName`). */
export function nameSchema(label: string, max: number) {
  return z
    .string({ error: `${label} must be a text.` })
    .refine((value) => value !== "" && [...value].length <= max, {
      error: `${label} must have 1 to ${max} characters.`,
    })
    .refine((value) => value === value.trim(), { error: `${label} must not begin or end with a space.` })
    .refine((value) => !hasControlCharacter(value), { error: `${label} must not hold control characters.` });
}

/** A text of several lines, possibly empty. */
export function descriptionSchema(max: number) {
  return z
    .string({ error: "The description must be a text." })
    .refine((value) => [...value].length <= max, {
      error: `The description may have at most ${max} characters.`,
    })
    .refine((value) => !value.includes("\0"), { error: "The description must not hold NUL characters." });
}

/** How many entries a list gives: 1 to 1,000, and 100 unless told. */
export const listLimit = z
  .int({ error: "The limit must be a whole number." })
  .min(1, { error: "The limit must be at least 1." })
  .max(1000, { error: "The limit may be at most 1,000." })
  .default(100);
