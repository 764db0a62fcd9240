"use client";

import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { errorOf, type Refused } from "../../accounts/refusal";

interface NameFieldsProps {
  readonly name?: string;
  readonly description?: string;
  readonly refusal: Refused | undefined;
}

/** What people call the field, and what it is for. */
export function NameFields({ name, description, refusal }: NameFieldsProps) {
  return (
    <>
      <Field label="Display name" hint="1 to 64 characters." error={errorOf(refusal, "name")} required>
        {(control) => <TextInput {...control} name="name" defaultValue={name} autoComplete="off" />}
      </Field>
      <Field
        label="Description"
        hint="Stands under the field in forms."
        error={errorOf(refusal, "description")}
      >
        {(control) => <TextArea {...control} name="description" rows={2} defaultValue={description} />}
      </Field>
    </>
  );
}
