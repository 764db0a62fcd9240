"use client";

import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import type { BasicInput } from "./form-input";
import { errorOf, type Refused } from "./refusal";

interface BasicFieldsProps {
  readonly initial?: BasicInput;
  readonly refusal: Refused | undefined;
}

/** The fields that every account has, and whose errors are shown at them. */
export const BASIC_FIELDS: readonly string[] = [
  "username",
  "displayName",
  "email",
  "phoneRegion",
  "phoneNumber",
];

export function BasicFields({ initial, refusal }: BasicFieldsProps) {
  return (
    <>
      <Field
        label="Username"
        hint="1 to 256 characters, unlike every other account's whatever the case."
        error={errorOf(refusal, "username")}
        required
      >
        {(control) => (
          <TextInput
            {...control}
            name="username"
            defaultValue={initial?.username}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
        )}
      </Field>
      <Field label="Display name" error={errorOf(refusal, "displayName")}>
        {(control) => (
          <TextInput {...control} name="displayName" defaultValue={initial?.displayName} autoComplete="off" />
        )}
      </Field>
      <Field label="Email" error={errorOf(refusal, "email")}>
        {(control) => (
          <TextInput
            {...control}
            name="email"
            inputMode="email"
            defaultValue={initial?.email}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
        )}
      </Field>
      <div className="grid gap-4 sm:grid-cols-[8rem_minmax(0,1fr)]">
        <Field label="Area code" hint="Without one: 86." error={errorOf(refusal, "phoneRegion")}>
          {(control) => (
            <TextInput
              {...control}
              name="phoneRegion"
              inputMode="tel"
              defaultValue={initial?.phoneRegion}
              autoComplete="off"
            />
          )}
        </Field>
        <Field
          label="Phone number"
          hint="6 to 15 digits, or the whole number with + and no area code."
          error={errorOf(refusal, "phoneNumber")}
        >
          {(control) => (
            <TextInput
              {...control}
              name="phoneNumber"
              inputMode="tel"
              defaultValue={initial?.phoneNumber}
              autoComplete="off"
            />
          )}
        </Field>
      </div>
    </>
  );
}
