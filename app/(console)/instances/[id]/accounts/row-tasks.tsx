import { ArrowRightLeft, Ban, CircleCheck, KeyRound, Pencil, Trash2 } from "lucide-react";
import type { MenuItem } from "@/components/ui/menu";
import type { AccountStatus } from "@/lib/directory/accounts/admin/account-view";
import { accountsPath } from "./account-path";
import type { AccountTask, TaskAccount, TaskKind } from "./tasks";

const ICON = "size-4 shrink-0";

/** The menu of an account. */
export function rowTasks(
  instanceId: string,
  account: TaskAccount & { readonly status: AccountStatus },
  reason: string | undefined,
  onTask: (task: AccountTask) => void,
): readonly MenuItem[] {
  const ask = (kind: TaskKind) => ({
    disabledReason: reason,
    onSelect: () => onTask({ kind, accounts: [account] }),
  });
  return [
    {
      label: "Edit",
      icon: <Pencil aria-hidden className={ICON} />,
      href: accountsPath(instanceId, account.id, "/edit"),
      disabledReason: reason,
    },
    { label: "Move", icon: <ArrowRightLeft aria-hidden className={ICON} />, ...ask("move") },
    { label: "Reset password", icon: <KeyRound aria-hidden className={ICON} />, ...ask("password") },
    account.status === "enabled"
      ? { label: "Disable", icon: <Ban aria-hidden className={ICON} />, ...ask("disable") }
      : { label: "Enable", icon: <CircleCheck aria-hidden className={ICON} />, ...ask("enable") },
    "separator",
    { label: "Delete", tone: "danger", icon: <Trash2 aria-hidden className={ICON} />, ...ask("delete") },
  ];
}
