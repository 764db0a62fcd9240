"use client";

import { Plus, X } from "lucide-react";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldError } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";

/** An option as the form holds it; `id` stays while its text changes. */
export interface OptionDraft {
  readonly id: number;
  readonly value: string;
  readonly disabled: boolean;
}

interface FieldOptionsProps {
  readonly options: readonly OptionDraft[];
  readonly onChange: (options: readonly OptionDraft[]) => void;
  /** Only an option that is there already can be disabled. */
  readonly existing: boolean;
  readonly error: string | undefined;
}

const MOST = 100;

/** What can be chosen, in the order in which it is offered. */
export function FieldOptions({ options, onChange, existing, error }: FieldOptionsProps) {
  const list = useRef<HTMLUListElement>(null);
  const change = (id: number, next: Partial<OptionDraft>) =>
    onChange(options.map((option) => (option.id === id ? { ...option, ...next } : option)));

  function add() {
    onChange([
      ...options,
      { id: Math.max(0, ...options.map(({ id }) => id)) + 1, value: "", disabled: false },
    ]);
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLInputElement>("li:last-child input")?.focus(),
    );
  }

  return (
    <fieldset
      aria-describedby={error ? "field-options-error" : undefined}
      {...(error && { tabIndex: -1, "aria-invalid": true })}
      className="flex flex-col gap-2"
    >
      <legend className="mb-1.5 font-medium">Options</legend>
      <ul ref={list} className="flex flex-col gap-2">
        {options.map(({ id, value, disabled }, index) => (
          <li key={id} className="flex items-center gap-2">
            <TextInput
              aria-label={`Option ${index + 1}`}
              value={value}
              onChange={(event) => change(id, { value: event.target.value })}
              autoComplete="off"
            />
            {existing && (
              <Checkbox
                label="Disabled"
                checked={disabled}
                onCheckedChange={(next) => change(id, { disabled: next })}
              />
            )}
            <Button
              variant="quiet"
              aria-label={`Remove option ${value || index + 1}`}
              onClick={() => onChange(options.filter((option) => option.id !== id))}
              icon={<X aria-hidden className="size-4" />}
            />
          </li>
        ))}
      </ul>
      <FieldError id="field-options-error" message={error} />
      <div>
        <Button
          size="small"
          icon={<Plus aria-hidden className="size-4" />}
          onClick={add}
          disabledReason={options.length < MOST ? undefined : `A field may have at most ${MOST} options.`}
        >
          Add option
        </Button>
      </div>
    </fieldset>
  );
}
