"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { DialogClose } from "@/components/ui/dialog-frame";
import { type ChosenOrganization, OrganizationPicker } from "../organizations/organization-picker";
import { accountsText, moveAccounts, type TaskAccount } from "./tasks";

interface MoveDialogProps {
  readonly instanceId: string;
  readonly accounts: readonly TaskAccount[];
  readonly onClose: () => void;
  readonly onDone: (place: string) => void;
}

/** Where accounts go, chosen in the tree. */
export function MoveDialog({ instanceId, accounts, onClose, onDone }: MoveDialogProps) {
  const [chosen, setChosen] = useState<ChosenOrganization>();
  const [problem, setProblem] = useState<string>();
  const [pending, start] = useTransition();

  function move() {
    if (!chosen) return;
    start(async () => {
      const result = await moveAccounts(instanceId, accounts, chosen.id);
      if (!result.ok) return setProblem(result.message);
      onClose();
      onDone(chosen.name);
    });
  }

  return (
    <Dialog
      title={`Move ${accountsText(accounts)}`}
      description="The organization decides which applications see an account. One whose provisioning scope does not reach the new place no longer does."
      open
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <DialogClose>
            <Button>Cancel</Button>
          </DialogClose>
          <Button
            variant="primary"
            pending={pending}
            disabledReason={chosen ? undefined : "Choose an organization first."}
            onClick={move}
          >
            Move
          </Button>
        </>
      }
    >
      <OrganizationPicker
        instanceId={instanceId}
        label="Organizations"
        chosen={chosen}
        onChoose={({ id, name }) => setChosen({ id, name })}
      />
      {problem !== undefined && <Callout tone="bad">{problem}</Callout>}
    </Dialog>
  );
}
