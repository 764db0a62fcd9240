"use client";

import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { FieldType } from "@/lib/directory/extended-fields/extended-field";

interface DefaultInputProps {
  readonly type: FieldType;
  readonly initial?: string;
  readonly error: string | undefined;
}

const HINTS: Partial<Record<FieldType, string>> = {
  choice: "One of the options, as it is written there.",
  multichoice: "Options separated by |.",
  datetime: "A date and time such as 2026-01-31T09:30:00Z.",
};

/** What new accounts get that come without a value. */
export function DefaultInput({ type, initial = "", error }: DefaultInputProps) {
  const hint = ["New accounts that come without a value get it.", HINTS[type]].filter(Boolean).join(" ");
  return (
    <Field label="Default" hint={hint} error={error}>
      {(control) =>
        type === "boolean" ? (
          <Select
            {...control}
            name="defaultValue"
            defaultValue={initial}
            options={[
              { value: "", label: "None" },
              { value: "true", label: "Yes" },
              { value: "false", label: "No" },
            ]}
          />
        ) : (
          <TextInput {...control} name="defaultValue" defaultValue={initial} autoComplete="off" />
        )
      }
    </Field>
  );
}
