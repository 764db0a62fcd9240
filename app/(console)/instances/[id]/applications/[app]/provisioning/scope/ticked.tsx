"use client";

import { X } from "lucide-react";

interface TickedProps {
  readonly label: string;
  readonly items: readonly { readonly id: string; readonly name: string; readonly note?: string }[];
  readonly onRemove: (id: string) => void;
}

const MOST_SHOWN = 20;

/** What is ticked, wherever it stands in a list that shows a part. */
export function Ticked({ label, items, onRemove }: TickedProps) {
  if (items.length === 0) return null;
  const more = items.length - MOST_SHOWN;
  return (
    <ul aria-label={label} className="flex flex-wrap gap-2">
      {items.slice(0, MOST_SHOWN).map(({ id, name, note }) => (
        <li key={id} className="max-w-full">
          <button
            type="button"
            title={note}
            aria-label={`Take ${name} out of the scope`}
            onClick={() => onRemove(id)}
            className="flex min-h-8 max-w-full items-center gap-1.5 rounded-md bg-accent-soft px-2.5 text-table hover:outline-1 hover:outline-accent"
          >
            <span className="truncate font-medium">{name}</span>
            <X aria-hidden className="size-3.5 shrink-0 text-muted" />
          </button>
        </li>
      ))}
      {more > 0 && <li className="self-center text-muted">and {more.toLocaleString("en")} more</li>}
    </ul>
  );
}
