"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { DeleteGroup } from "../delete-group";
import { type EditedGroup, RenameGroup } from "../group-dialog";
import { groupsPath } from "../groups-path";

interface GroupActionsProps {
  readonly instanceId: string;
  readonly group: EditedGroup & { readonly members: number };
  readonly reason: string | undefined;
}

export function GroupActions({ instanceId, group, reason }: GroupActionsProps) {
  const router = useRouter();
  const [open, setOpen] = useState<"rename" | "delete">();
  const close = () => setOpen(undefined);
  return (
    <>
      <Button disabledReason={reason} onClick={() => setOpen("rename")}>
        Rename
      </Button>
      <Button variant="danger" disabledReason={reason} onClick={() => setOpen("delete")}>
        Delete
      </Button>
      {open === "rename" && <RenameGroup instanceId={instanceId} group={group} onClose={close} />}
      {open === "delete" && (
        <DeleteGroup
          instanceId={instanceId}
          group={group}
          onClose={close}
          onDone={() => router.push(groupsPath(instanceId))}
        />
      )}
    </>
  );
}
