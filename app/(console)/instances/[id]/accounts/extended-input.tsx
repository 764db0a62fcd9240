"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { type ControlProps, Field, FieldError } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { ExtendedField } from "@/lib/directory/extended-fields/extended-field";
import { extendedName, removalName } from "./form-input";

interface ExtendedInputProps {
  readonly field: ExtendedField;
  /** The value as a text; options separated by `|`. */
  readonly initial: string;
  /** An encrypted value is there, which nobody sees. */
  readonly held: boolean;
  readonly error: string | undefined;
}

/** The control of an extended field, by its type. */
export function ExtendedInput(props: ExtendedInputProps) {
  const { field, initial, held, error } = props;
  if (field.type === "multichoice" && !field.encrypted) return <Options {...props} />;
  return (
    <div className="flex flex-col gap-2">
      <Field label={field.name} hint={hintOf(field, held)} error={error} required={field.required}>
        {(control) => <OneValue control={control} field={field} initial={initial} />}
      </Field>
      {held && !field.required && <Checkbox label="Remove the stored value" name={removalName(field.key)} />}
    </div>
  );
}

interface OneValueProps {
  readonly control: ControlProps;
  readonly field: ExtendedField;
  readonly initial: string;
}

function OneValue({ control, field, initial }: OneValueProps) {
  const name = extendedName(field.key);
  switch (field.type) {
    case "boolean":
      return (
        <Select
          {...control}
          name={name}
          defaultValue={initial}
          options={[
            { value: "", label: "Not set" },
            { value: "true", label: "Yes" },
            { value: "false", label: "No" },
          ]}
        />
      );
    case "choice":
      return <Select {...control} name={name} defaultValue={initial} options={optionsOf(field)} />;
    default:
      return (
        <TextInput
          {...control}
          name={name}
          defaultValue={initial}
          mono={field.type === "datetime"}
          inputMode={field.type === "number" ? "decimal" : "text"}
          autoComplete="off"
        />
      );
  }
}

function optionsOf({ options }: ExtendedField) {
  return [
    { value: "", label: "Not set" },
    ...options.map(({ value, disabled }) => ({
      value,
      label: value,
      disabledReason: disabled ? "Disabled: nothing new gets it." : undefined,
    })),
  ];
}

function Options({ field, initial, error }: ExtendedInputProps) {
  const chosen = initial.split("|");
  const id = `${extendedName(field.key)}-error`;
  return (
    <fieldset
      className="flex flex-col gap-1"
      aria-describedby={error ? id : undefined}
      {...(error && { tabIndex: -1, "aria-invalid": true })}
    >
      <legend className="mb-1 font-medium">
        {field.name}
        {field.required && <span className="ml-1 text-muted">(at least one)</span>}
      </legend>
      {field.description && <p className="text-meta text-muted">{field.description}</p>}
      {field.options.map(({ value, disabled }) => (
        <Checkbox
          key={value}
          label={value}
          name={extendedName(field.key)}
          value={value}
          defaultChecked={chosen.includes(value)}
          {...(disabled && !chosen.includes(value) && { disabledReason: "Disabled: nothing new gets it." })}
        />
      ))}
      <FieldError id={id} message={error} />
    </fieldset>
  );
}

function hintOf(field: ExtendedField, held: boolean) {
  const parts = [
    field.description,
    field.type === "datetime" ? "A date and time such as 2026-01-31T09:30:00Z." : "",
    field.type === "multichoice" ? "Options separated by |." : "",
    held ? "Encrypted: a value is stored and not shown. Type one to replace it." : "",
    !held && field.encrypted ? "Encrypted: it is not shown again." : "",
    field.unique ? "Unlike every other account's." : "",
  ];
  return parts.filter(Boolean).join(" ") || undefined;
}
