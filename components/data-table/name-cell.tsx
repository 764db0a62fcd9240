import type { ReactNode } from "react";

interface NameCellProps {
  readonly name: ReactNode;
  /** The muted second line: an email, an id, a path. */
  readonly note?: ReactNode;
}

/** What the first column of a table holds. */
export function NameCell({ name, note }: NameCellProps) {
  return (
    <span className="flex min-w-0 flex-col">
      <span className="font-medium group-hover/link:underline">{name}</span>
      {note !== undefined && note !== "" && (
        <span className="truncate font-normal text-meta text-muted">{note}</span>
      )}
    </span>
  );
}
