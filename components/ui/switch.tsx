"use client";

import { Switch as Base } from "@base-ui/react/switch";
import { type ReactNode, useId } from "react";

interface SwitchProps {
  readonly label: ReactNode;
  readonly description?: ReactNode;
  readonly name?: string;
  readonly checked?: boolean;
  readonly defaultChecked?: boolean;
  readonly onCheckedChange?: (checked: boolean) => void;
  /** Why it cannot be changed; shown in place of the description. */
  readonly disabledReason?: string | undefined;
}

/** Something that is on or off, together with its label. */
export function Switch({ label, description, disabledReason, onCheckedChange, ...rest }: SwitchProps) {
  const id = useId();
  const note = disabledReason ?? description;
  const disabled = disabledReason !== undefined;
  return (
    <div className="flex flex-col">
      {/* biome-ignore lint/a11y/noLabelWithoutControl: Base UI's switch renders its input inside. */}
      <label
        className={`flex min-h-8 items-center gap-2.5 ${disabled ? "cursor-not-allowed text-muted" : "cursor-pointer"}`}
      >
        <Base.Root
          {...rest}
          onCheckedChange={(checked) => onCheckedChange?.(checked)}
          readOnly={disabled}
          aria-disabled={disabled || undefined}
          aria-labelledby={`${id}-label`}
          aria-describedby={note === undefined ? undefined : `${id}-note`}
          className="flex h-5 w-9 shrink-0 items-center rounded-full bg-control p-0.5 transition-colors data-checked:bg-accent-solid aria-disabled:bg-control"
        >
          <Base.Thumb className="size-4 rounded-full bg-on-solid transition-transform data-checked:translate-x-4" />
        </Base.Root>
        <span id={`${id}-label`} className="font-medium">
          {label}
        </span>
      </label>
      {note !== undefined && (
        <p id={`${id}-note`} className="text-meta text-muted">
          {note}
        </p>
      )}
    </div>
  );
}
