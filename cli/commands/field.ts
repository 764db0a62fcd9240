import type { Command } from "commander";
import { z } from "zod";
import { createField, NewField } from "@/lib/directory/extended-fields/create-field";
import { FIELD_TYPES } from "@/lib/directory/extended-fields/extended-field";
import { operatorOf } from "../operator";
import { INSTANCE, optional, repeatable, required } from "../options";
import { addNoun, addVerb, type Print } from "../verb";

export function addFieldCommands(program: Command, print: Print): void {
  const noun = addNoun(program, "field", "extended fields of an instance's accounts");
  addVerb(noun, print, {
    name: "create",
    description: "make an extended field",
    options: [
      INSTANCE,
      required("--key <key>", "1 to 40 of a–z 0–9 _, beginning with a letter; it never changes"),
      required("--name <name>", "the display name"),
      required("--type <type>", `one of ${FIELD_TYPES.join(", ")}`).choices(FIELD_TYPES),
      optional("--required", "every account must have a value"),
      optional("--unique", "no two accounts have the same value"),
      optional("--encrypted", "encrypted at rest; not with --unique"),
      repeatable("--option <value>", "a choice"),
    ],
    input: z.object({
      instance: z.string(),
      key: z.string(),
      name: z.string(),
      type: NewField.shape.type,
      required: z.boolean().optional(),
      unique: z.boolean().optional(),
      encrypted: z.boolean().optional(),
      option: z.array(z.string()).optional(),
    }),
    work: async ({ instance, option, ...field }) =>
      createField(await operatorOf(instance), { ...field, options: option }),
  });
}
