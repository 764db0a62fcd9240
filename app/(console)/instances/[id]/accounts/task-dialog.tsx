"use client";

import { toast } from "sonner";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { MoveDialog } from "./move-dialog";
import { PasswordDialog } from "./password-dialog";
import { type AccountTask, accountsText, deleteAccounts, switchAccounts } from "./tasks";

interface TaskDialogProps {
  readonly instanceId: string;
  readonly task: AccountTask;
  /** What a new password needs. */
  readonly passwordHint: string;
  readonly onClose: () => void;
  /** After it is done, besides closing. */
  readonly onDone: (task: AccountTask) => void;
}

/** Asks before each thing that is done to accounts, and shows a refusal where it was asked for. */
export function TaskDialog({ instanceId, task, passwordHint, onClose, onDone }: TaskDialogProps) {
  const { kind, accounts } = task;
  const names = accountsText(accounts);
  const one = accounts.length === 1;

  function done(words: string) {
    toast.success(words);
    onDone(task);
  }

  const shared = { open: true, onOpenChange: (open: boolean) => !open && onClose() };
  switch (kind) {
    case "enable":
      return (
        <ConfirmDialog
          {...shared}
          title={`Enable ${names}?`}
          body={`${one ? "The account is" : "They are"} active again, also for the applications that synchronize ${one ? "it" : "them"}.`}
          verb="Enable"
          tone="neutral"
          action={() => switchAccounts(instanceId, accounts, true)}
          onDone={() => done(`${names} ${one ? "is" : "are"} enabled`)}
        />
      );
    case "disable":
      return (
        <ConfirmDialog
          {...shared}
          title={`Disable ${names}?`}
          body={`Every application that reads ${one ? "the account" : "these accounts"} sees ${one ? "it" : "them"} as inactive. ${one ? "It stays" : "They stay"} in the directory, in ${one ? "its" : "their"} groups, and can be enabled again.`}
          verb="Disable"
          action={() => switchAccounts(instanceId, accounts, false)}
          onDone={() => done(`${names} ${one ? "is" : "are"} disabled`)}
        />
      );
    case "delete":
      return (
        <ConfirmDialog
          {...shared}
          title={`Delete ${names}?`}
          body={`${one ? "The account leaves its groups, and its" : "The accounts leave their groups, and their"} values, external ids and password are gone for good. An application that still has ${one ? "it" : "them"} in its source may create ${one ? "it" : "them"} anew.`}
          verb="Delete"
          typedName={names}
          action={() => deleteAccounts(instanceId, accounts)}
          onDone={() => done(`${names} ${one ? "is" : "are"} deleted`)}
        />
      );
    case "move":
      return (
        <MoveDialog
          instanceId={instanceId}
          accounts={accounts}
          onClose={onClose}
          onDone={(place) => done(`${names} moved to ${place}`)}
        />
      );
    case "password":
      return (
        <PasswordDialog
          instanceId={instanceId}
          accounts={accounts}
          hint={passwordHint}
          onClose={onClose}
          onDone={() => done(`The password of ${names} is reset`)}
        />
      );
  }
}
