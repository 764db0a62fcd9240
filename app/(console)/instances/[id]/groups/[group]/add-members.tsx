"use client";

import { Plus } from "lucide-react";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { DialogClose } from "@/components/ui/dialog-frame";
import { Sheet } from "@/components/ui/sheet";
import { counted } from "../../applications/application-words";
import { addMembersAction } from "../actions";
import { AccountPicker, type FoundAccount } from "./account-picker";

interface AddMembersProps {
  readonly instanceId: string;
  readonly groupId: string;
  readonly name: string;
  readonly reason: string | undefined;
}

/** Accounts that are found and ticked, added together. */
export function AddMembers({ instanceId, groupId, name, reason }: AddMembersProps) {
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<ReadonlyMap<string, FoundAccount>>(new Map());
  const [problem, setProblem] = useState<string>();
  const [pending, start] = useTransition();

  function change(next: boolean) {
    setOpen(next);
    setChosen(new Map());
    setProblem(undefined);
  }

  function add() {
    start(async () => {
      const input = { groupId, accountIds: [...chosen.keys()] };
      const result = await addMembersAction(instanceId, undefined, input);
      if (!result.ok) return setProblem(result.message);
      const changed = result.value?.changed ?? 0;
      toast.success(changed > 0 ? `${counted(changed, "member")} added` : "They were members already");
      change(false);
    });
  }

  return (
    <Sheet
      title={`Add members to ${name}`}
      description="An application that has this group in its scope sees them from then on."
      open={open}
      onOpenChange={change}
      trigger={
        <Button variant="primary" icon={<Plus aria-hidden className="size-4" />} disabledReason={reason}>
          Add members
        </Button>
      }
      footer={
        <>
          <DialogClose>
            <Button>Cancel</Button>
          </DialogClose>
          <Button
            variant="primary"
            pending={pending}
            disabledReason={chosen.size > 0 ? undefined : "Tick at least one account first."}
            onClick={add}
          >
            {chosen.size > 0 ? `Add ${counted(chosen.size, "member")}` : "Add members"}
          </Button>
        </>
      }
    >
      {problem !== undefined && <Callout tone="bad">{problem}</Callout>}
      <AccountPicker instanceId={instanceId} chosen={chosen} onChange={setChosen} />
    </Sheet>
  );
}
