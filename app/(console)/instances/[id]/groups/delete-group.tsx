"use client";

import { toast } from "sonner";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { counted } from "../applications/application-words";
import { deleteGroupAction } from "./actions";
import type { EditedGroup } from "./group-dialog";

interface DeleteGroupProps {
  readonly instanceId: string;
  readonly group: EditedGroup & { readonly members: number };
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function DeleteGroup({ instanceId, group, onClose, onDone }: DeleteGroupProps) {
  const { id: groupId, displayName, members, version } = group;
  return (
    <ConfirmDialog
      title={`Delete the group ${displayName}?`}
      body={`${counted(members, "account")} ${members === 1 ? "leaves it and stays" : "leave it and stay"} in the directory. An application that sees accounts through this group alone no longer does. The group's external ids are gone for good.`}
      verb="Delete"
      typedName={displayName}
      open
      onOpenChange={(open) => !open && onClose()}
      action={() => deleteGroupAction(instanceId, undefined, { groupId, version })}
      onDone={() => {
        toast.success(`${displayName} is deleted`);
        onDone();
      }}
    />
  );
}
