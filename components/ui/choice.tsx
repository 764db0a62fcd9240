import type { ReactNode } from "react";

interface ChoiceProps {
  readonly control: ReactNode;
  readonly label: ReactNode;
  readonly labelId: string;
  readonly note: ReactNode;
  readonly noteId: string;
  readonly disabled: boolean;
}

/** The line of a checkbox, radio or switch: the control, its label, and a note below. The whole line can be pressed. */
export function Choice({ control, label, labelId, note, noteId, disabled }: ChoiceProps) {
  return (
    <div className="flex flex-col">
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is a child, given as a prop. */}
      <label
        className={`flex min-h-8 items-center gap-2.5 ${disabled ? "cursor-not-allowed text-muted" : "cursor-pointer"}`}
      >
        {control}
        <span id={labelId}>{label}</span>
      </label>
      {note !== undefined && (
        <p id={noteId} className="pl-7 text-meta text-muted">
          {note}
        </p>
      )}
    </div>
  );
}
