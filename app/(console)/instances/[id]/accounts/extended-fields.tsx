"use client";

import type { ExtendedField } from "@/lib/directory/extended-fields/extended-field";
import { ExtendedInput } from "./extended-input";
import { extendedName } from "./form-input";
import { errorOf, type Refused } from "./refusal";

interface ExtendedFieldsProps {
  readonly fields: readonly ExtendedField[];
  /** By key, as texts. */
  readonly initial: Readonly<Record<string, string>>;
  /** The keys of the encrypted fields that hold a value. */
  readonly held: readonly string[];
  readonly refusal: Refused | undefined;
}

/** The fields that this instance adds to its accounts. */
export function ExtendedFields({ fields, initial, held, refusal }: ExtendedFieldsProps) {
  if (fields.length === 0) return null;
  return (
    <>
      <h2 className="mt-2 font-semibold text-section">Extended fields</h2>
      {fields.map((field) => (
        <ExtendedInput
          key={field.key}
          field={field}
          initial={initial[field.key] ?? ""}
          held={held.includes(field.key)}
          error={errorOf(refusal, extendedName(field.key))}
        />
      ))}
    </>
  );
}
