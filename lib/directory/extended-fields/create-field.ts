import { z } from "zod";
import { EnvironmentProblem, encryptionKey } from "@/lib/env";
import { type Admin, requireRole } from "../actor";
import { change } from "../change/store";
import { duplicate, invalidValue, notFound, refused } from "../error";
import { newId } from "../id";
import { checked, descriptionSchema, nameSchema } from "../input";
import { type ExtendedField, FIELD_TYPES, type FieldOption, type FieldType } from "./extended-field";
import { checkedFieldValue } from "./field-value";
import { insertField } from "./store";

export const NewField = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, {
    error: "The key must have 1 to 40 characters of a–z, 0–9 and _, and begin with a letter.",
  }),
  name: nameSchema("The display name", 64),
  type: z.enum(FIELD_TYPES, { error: `The type must be one of: ${FIELD_TYPES.join(", ")}.` }),
  required: z.boolean().default(false),
  unique: z.boolean().default(false),
  encrypted: z.boolean().default(false),
  defaultValue: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]).optional(),
  description: descriptionSchema(256).default(""),
  options: z
    .array(nameSchema("An option", 256))
    .max(100, { error: "A field may have at most 100 options." })
    .refine((options) => new Set(options).size === options.length, { error: "Each option must differ." })
    .default([]),
});

/** @throws DirectoryError duplicate on the key; invalid_value where the settings contradict each other */
export async function createField(
  admin: Admin,
  input: z.input<typeof NewField>,
): Promise<{ id: string; key: string }> {
  requireRole(admin, "administrator");
  const { defaultValue, options, ...wanted } = checked(NewField, input);
  if (wanted.encrypted && wanted.unique) {
    throw invalidValue("encrypted", "A field cannot be encrypted and unique at once: choose one.");
  }
  if (wanted.unique && defaultValue !== undefined) {
    throw invalidValue("defaultValue", "A unique field cannot have a default: two accounts would hold it.");
  }
  if (wanted.encrypted) requireEncryptionKey();
  const draft = { ...wanted, id: newId("field"), options: optionsFor(wanted.type, options) };
  const field = withDefault({ ...draft, defaultValue: undefined }, defaultValue);
  const { id, key, name } = field;
  await change(
    admin,
    async (tx) => {
      await insertField(tx, field);
      await tx.audit("field.create", { type: "field", id, name }, null, { ...field });
    },
    {
      taken: () =>
        duplicate("key", `An extended field with the key "${key}" exists already. Choose another key.`),
      held: () => notFound("instance", admin.instanceId),
    },
  );
  return { id, key };
}

/** Asks for the key now, where the administrator sees it, not at the first value. */
function requireEncryptionKey(): void {
  try {
    encryptionKey();
  } catch (error) {
    if (!(error instanceof EnvironmentProblem)) throw error;
    throw refused(`An encrypted field cannot be made yet. ${error.message}`, "encrypted");
  }
}

function optionsFor(type: FieldType, options: readonly string[]): FieldOption[] {
  const choice = type === "choice" || type === "multichoice";
  if (choice && options.length === 0) {
    throw invalidValue("options", `A field of type ${type} needs at least one option.`);
  }
  if (!choice && options.length > 0) {
    throw invalidValue("options", `A field of type ${type} has no options; choice and multichoice have.`);
  }
  return options.map((value) => ({ value, disabled: false }));
}

function withDefault(
  field: ExtendedField,
  defaultValue: z.output<typeof NewField>["defaultValue"],
): ExtendedField {
  if (defaultValue === undefined) return field;
  return { ...field, defaultValue: checkedFieldValue(field, defaultValue, "defaultValue") };
}
