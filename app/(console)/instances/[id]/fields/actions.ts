"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { createField, NewField } from "@/lib/directory/extended-fields/create-field";
import { deleteField } from "@/lib/directory/extended-fields/delete-field";
import { FieldUpdate } from "@/lib/directory/extended-fields/field-update";
import { updateField } from "@/lib/directory/extended-fields/update-field";
import { NewInstanceSettings, setInstanceSettings } from "@/lib/directory/instances/set-settings";
import { adminAction } from "@/lib/http/admin-action";

const fieldId = z.string();

export const setUniquenessAction = adminAction(
  NewInstanceSettings.pick({ uniqueEmail: true, uniquePhone: true }),
  async (admin, input) => {
    await setInstanceSettings(admin, input);
    refresh();
  },
);

export const createFieldAction = adminAction(NewField, createField);

export const updateFieldAction = adminAction(
  FieldUpdate.extend({ fieldId }),
  async (admin, { fieldId: id, ...input }) => updateField(admin, id, input),
);

/** Who asked leaves the page of the field, or reads the list anew. */
export const deleteFieldAction = adminAction(
  z.strictObject({ fieldId, typedKey: z.string().optional() }),
  async (admin, { fieldId: id, typedKey }) => deleteField(admin, id, typedKey),
);
