"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { GroupDialog } from "./group-dialog";

interface CreateGroupProps {
  readonly instanceId: string;
  readonly reason: string | undefined;
}

export function CreateGroup({ instanceId, reason }: CreateGroupProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="primary"
        icon={<Plus aria-hidden className="size-4" />}
        disabledReason={reason}
        onClick={() => setOpen(true)}
      >
        Create group
      </Button>
      {open && <GroupDialog instanceId={instanceId} onClose={() => setOpen(false)} />}
    </>
  );
}
