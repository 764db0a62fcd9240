"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { DataTable } from "@/components/data-table/data-table";
import type { AccountRow } from "@/lib/directory/accounts/admin/account-view";
import { accountColumns } from "./columns";
import { rowTasks } from "./row-tasks";
import { SelectionBar } from "./selection-bar";
import { TaskDialog } from "./task-dialog";
import type { AccountTask } from "./tasks";

interface AccountsTableProps {
  readonly instanceId: string;
  readonly rows: readonly AccountRow[];
  /** What a new password needs. */
  readonly passwordHint: string;
  /** Why this administrator cannot change accounts. */
  readonly reason: string | undefined;
  /** Beside the tree there is room for fewer columns. */
  readonly narrow?: boolean;
  readonly empty: ReactNode;
}

const WIDE_ONLY = ["source", "created"];

/** Accounts, and what can be done to one of them, or to all that are selected on the page. */
export function AccountsTable({
  instanceId,
  rows,
  passwordHint,
  reason,
  narrow = false,
  empty,
}: AccountsTableProps) {
  const router = useRouter();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [task, setTask] = useState<AccountTask>();
  // What was selected on another page, or is gone, does not count.
  const chosen = rows.filter(({ id }) => selected.has(id));

  function toggle(id: string, on: boolean) {
    const next = new Set(selected);
    if (on) next.add(id);
    else next.delete(id);
    setSelected(next);
  }

  return (
    <div className="flex flex-col gap-2">
      {rows.length > 0 && (
        <SelectionBar
          chosen={chosen}
          shown={rows.length}
          reason={reason}
          onAll={(all) => setSelected(new Set(all ? rows.map(({ id }) => id) : []))}
          onTask={(kind) => setTask({ kind, accounts: chosen })}
        />
      )}
      <DataTable
        caption="Accounts"
        columns={accountColumns(instanceId, selected, toggle).filter(
          ({ id }) => !narrow || !WIDE_ONLY.includes(id),
        )}
        rows={rows}
        rowId={({ id }) => id}
        rowName={({ username }) => username}
        rowMenu={(row) => rowTasks(instanceId, row, reason, setTask)}
        defaultSort="username"
        empty={empty}
      />
      {task && (
        <TaskDialog
          instanceId={instanceId}
          task={task}
          passwordHint={passwordHint}
          onClose={() => setTask(undefined)}
          onDone={({ kind }) => {
            setSelected(new Set());
            if (kind === "delete") router.refresh();
          }}
        />
      )}
    </div>
  );
}
