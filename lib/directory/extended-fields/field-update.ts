import { z } from "zod";
import { descriptionSchema, nameSchema } from "../input";

/** What is left out stays as it is. Key, type, unique and encrypted are fixed once a field is made. */
export const FieldUpdate = z.strictObject({
  /** The tag of the field as the form was made from it. */
  seen: z.string({ error: "The version is missing. Reload the page." }),
  name: nameSchema("The display name", 64).optional(),
  description: descriptionSchema(256).optional(),
  required: z.boolean().optional(),
  /** null: none. */
  defaultValue: z
    .union([z.string(), z.number(), z.boolean(), z.array(z.string())])
    .nullable()
    .optional(),
  /** The whole list, in its order. A disabled option is not writable. */
  options: z
    .array(z.strictObject({ value: nameSchema("An option", 256), disabled: z.boolean() }))
    .max(100, { error: "A field may have at most 100 options." })
    .refine((options) => new Set(options.map(({ value }) => value)).size === options.length, {
      error: "Each option must differ.",
    })
    .optional(),
});
