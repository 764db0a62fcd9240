"use client";

import { useId } from "react";
import { CopyButton } from "./copy-button";
import { TextInput } from "./text-input";

interface CopyFieldProps {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
  readonly mono?: boolean;
  readonly onCopied?: () => void;
}

/** A value to take elsewhere, under the name that it has there. */
export function CopyField({ value, label, hint, mono = true, onCopied }: CopyFieldProps) {
  const id = useId();
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <div className="flex flex-wrap items-center gap-2">
        <div className="min-w-40 flex-1">
          <TextInput
            id={id}
            value={value}
            readOnly
            mono={mono}
            aria-describedby={hint === undefined ? undefined : `${id}-hint`}
            onFocus={(event) => event.currentTarget.select()}
          />
        </div>
        <CopyButton value={value} label={`Copy ${label}`} {...(onCopied && { onCopied })} />
      </div>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-meta text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}
