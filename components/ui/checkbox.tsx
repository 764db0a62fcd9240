"use client";

import { Checkbox as Base } from "@base-ui/react/checkbox";
import { Check, Minus } from "lucide-react";
import { type ReactNode, useId } from "react";
import { Choice } from "./choice";

interface CheckboxProps {
  readonly label: ReactNode;
  readonly description?: ReactNode;
  readonly name?: string;
  /** What a form sends when it is ticked; "on" unless said otherwise. */
  readonly value?: string;
  readonly checked?: boolean;
  readonly defaultChecked?: boolean;
  /** Neither ticked nor not: some of what it stands for is. */
  readonly indeterminate?: boolean;
  readonly onCheckedChange?: (checked: boolean) => void;
  /** Why it cannot be changed; shown in place of the description. */
  readonly disabledReason?: string | undefined;
}

/** Something that is wanted or not, together with its label. */
export function Checkbox({ label, description, disabledReason, onCheckedChange, ...rest }: CheckboxProps) {
  const id = useId();
  const note = disabledReason ?? description;
  const disabled = disabledReason !== undefined;
  const control = (
    <Base.Root
      {...rest}
      onCheckedChange={(checked) => onCheckedChange?.(checked)}
      readOnly={disabled}
      aria-disabled={disabled || undefined}
      aria-labelledby={`${id}-label`}
      aria-describedby={note === undefined ? undefined : `${id}-note`}
      className="flex size-4.5 shrink-0 items-center justify-center rounded-md border border-control bg-surface text-on-solid transition-colors aria-disabled:bg-sunken data-checked:border-accent-solid data-checked:bg-accent-solid data-indeterminate:border-accent-solid data-indeterminate:bg-accent-solid aria-disabled:data-checked:border-control aria-disabled:data-checked:bg-control"
    >
      <Base.Indicator>
        {rest.indeterminate ? (
          <Minus aria-hidden className="size-3.5" />
        ) : (
          <Check aria-hidden className="size-3.5" />
        )}
      </Base.Indicator>
    </Base.Root>
  );
  return (
    <Choice
      control={control}
      label={label}
      labelId={`${id}-label`}
      note={note}
      noteId={`${id}-note`}
      disabled={disabled}
    />
  );
}
