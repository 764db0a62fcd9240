"use client";

import { ChevronDown } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import type { AccountStatus } from "@/lib/directory/accounts/admin/account-view";
import { accountsPath } from "../account-path";
import { GuardedLink } from "../guarded-link";
import { rowTasks } from "../row-tasks";
import { TaskDialog } from "../task-dialog";
import type { AccountTask, TaskAccount } from "../tasks";

interface AccountActionsProps {
  readonly instanceId: string;
  readonly account: TaskAccount & { readonly status: AccountStatus };
  readonly passwordHint: string;
  readonly reason: string | undefined;
}

/** What can be done to the account that the page shows. */
export function AccountActions({ instanceId, account, passwordHint, reason }: AccountActionsProps) {
  const router = useRouter();
  const [task, setTask] = useState<AccountTask>();
  const [, ...others] = rowTasks(instanceId, account, reason, setTask);
  return (
    <>
      <Menu
        align="end"
        items={others}
        trigger={
          <Button>
            More <ChevronDown aria-hidden className="size-4" />
          </Button>
        }
      />
      <GuardedLink href={accountsPath(instanceId, account.id, "/edit")} reason={reason} variant="primary">
        Edit
      </GuardedLink>
      {task && (
        <TaskDialog
          instanceId={instanceId}
          task={task}
          passwordHint={passwordHint}
          onClose={() => setTask(undefined)}
          onDone={({ kind }) => kind === "delete" && router.push(accountsPath(instanceId))}
        />
      )}
    </>
  );
}
