"use client";

import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import type { AccountRow } from "@/lib/directory/accounts/admin/account-view";
import type { TaskKind } from "./tasks";

interface SelectionBarProps {
  readonly chosen: readonly AccountRow[];
  /** How many rows the page has. */
  readonly shown: number;
  readonly reason: string | undefined;
  readonly onAll: (all: boolean) => void;
  readonly onTask: (kind: TaskKind) => void;
}

/** Selects all of the page, and does the same to all that are selected. */
export function SelectionBar({ chosen, shown, reason, onAll, onTask }: SelectionBarProps) {
  const count = chosen.length;
  return (
    <div className="flex min-h-9 flex-wrap items-center gap-x-4 gap-y-2 pl-4">
      <Checkbox
        label={count === 0 ? "Select all on this page" : `${count} of ${shown} selected`}
        checked={count === shown}
        indeterminate={count > 0 && count < shown}
        onCheckedChange={(on) => onAll(on)}
      />
      {count > 0 && (
        <div className="flex flex-wrap gap-2">
          {chosen.some(({ status }) => status === "disabled") && (
            <Button size="small" disabledReason={reason} onClick={() => onTask("enable")}>
              Enable
            </Button>
          )}
          {chosen.some(({ status }) => status === "enabled") && (
            <Button size="small" disabledReason={reason} onClick={() => onTask("disable")}>
              Disable
            </Button>
          )}
          <Button size="small" disabledReason={reason} onClick={() => onTask("move")}>
            Move
          </Button>
          <Button size="small" variant="danger" disabledReason={reason} onClick={() => onTask("delete")}>
            Delete
          </Button>
        </div>
      )}
    </div>
  );
}
