"use client";

import { Radio } from "@base-ui/react/radio";
import { RadioGroup as Base } from "@base-ui/react/radio-group";
import { type ReactNode, useId } from "react";
import { Choice } from "./choice";
import { FieldError } from "./field";

export interface RadioOption<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
  readonly description?: ReactNode;
  /** Why it cannot be chosen; shown in place of the description. */
  readonly disabledReason?: string | undefined;
}

interface RadioGroupProps<Value extends string> {
  readonly legend: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly options: readonly RadioOption<Value>[];
  readonly name?: string;
  readonly value?: Value;
  readonly defaultValue?: Value;
  readonly onValueChange?: (value: Value) => void;
}

/** One of a few values that are better read side by side than in a list that opens. */
export function RadioGroup<Value extends string = string>({
  legend,
  hint,
  error,
  options,
  onValueChange,
  ...rest
}: RadioGroupProps<Value>) {
  const id = useId();
  const describedBy = [hint !== undefined && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="flex flex-col gap-1">
      <span id={id} className="font-medium">
        {legend}
      </span>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-meta text-muted">
          {hint}
        </p>
      )}
      <Base<Value>
        {...rest}
        onValueChange={(value) => onValueChange?.(value)}
        aria-labelledby={id}
        aria-describedby={describedBy || undefined}
        aria-invalid={error ? true : undefined}
        className="flex flex-col gap-1"
      >
        {options.map((option) => (
          <RadioLine key={option.value} option={option} />
        ))}
      </Base>
      <FieldError id={`${id}-error`} message={error} />
    </div>
  );
}

function RadioLine({ option }: { readonly option: RadioOption }) {
  const id = useId();
  const note = option.disabledReason ?? option.description;
  const disabled = option.disabledReason !== undefined;
  const control = (
    <Radio.Root
      value={option.value}
      disabled={disabled}
      aria-labelledby={`${id}-label`}
      aria-describedby={note === undefined ? undefined : `${id}-note`}
      className="flex size-4.5 shrink-0 items-center justify-center rounded-full border border-control bg-surface transition-colors data-checked:border-accent-solid data-checked:bg-accent-solid data-disabled:bg-sunken"
    >
      <Radio.Indicator className="size-2 rounded-full bg-on-solid" />
    </Radio.Root>
  );
  return (
    <Choice
      control={control}
      label={option.label}
      labelId={`${id}-label`}
      note={note}
      noteId={`${id}-note`}
      disabled={disabled}
    />
  );
}
