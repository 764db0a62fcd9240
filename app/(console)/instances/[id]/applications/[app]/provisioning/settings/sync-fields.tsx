"use client";

import { useId } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import type { FieldType } from "@/lib/directory/extended-fields/extended-field";

/** An extended field as the list of sync target fields shows it. */
export interface FieldLine {
  readonly key: string;
  readonly name: string;
  readonly type: FieldType;
}

interface SyncFieldsProps {
  readonly namespace: string;
  readonly fields: readonly FieldLine[];
  /** The keys of those ticked. */
  readonly synced: ReadonlySet<string>;
  readonly onChange: (keys: ReadonlySet<string>) => void;
  readonly readOnly: boolean;
}

/** Which extended fields the application may read and write. */
export function SyncFields({ namespace, fields, synced, onChange, readOnly }: SyncFieldsProps) {
  const id = useId();

  function tick(key: string, wanted: boolean) {
    const next = new Set(synced);
    if (wanted) next.add(key);
    else next.delete(key);
    onChange(next);
  }

  return (
    <fieldset aria-describedby={id} className="wrap-anywhere flex min-w-0 flex-col gap-1">
      <legend className="font-medium">Sync target fields</legend>
      <p id={id} className="text-meta text-muted">
        {fields.length === 0
          ? "This instance has no extended fields yet. They are made under Fields."
          : "The extended fields that the application may read and write."}
      </p>
      {fields.map(({ key, name, type }) => {
        const urn = (
          <>
            {type} · <span className="font-mono">{`${namespace}:${key}`}</span>
          </>
        );
        return (
          <Checkbox
            key={key}
            label={name}
            description={urn}
            checked={synced.has(key)}
            onCheckedChange={(wanted) => tick(key, wanted)}
            {...(readOnly && { disabledReason: `${type} · ${namespace}:${key}` })}
          />
        );
      })}
    </fieldset>
  );
}
