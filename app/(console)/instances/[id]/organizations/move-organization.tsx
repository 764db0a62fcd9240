"use client";

import { useState, useTransition } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { DialogClose } from "@/components/ui/dialog-frame";
import type { Organization } from "@/lib/directory/organizations/organization";
import { moveOrganizationAction } from "./actions";
import { type ChosenOrganization, OrganizationPicker } from "./organization-picker";

interface MoveOrganizationProps {
  readonly instanceId: string;
  readonly organization: Organization;
  readonly onClose: () => void;
}

/** Another place for an organization and all below it. */
export function MoveOrganization({ instanceId, organization, onClose }: MoveOrganizationProps) {
  const [chosen, setChosen] = useState<ChosenOrganization>();
  const [problem, setProblem] = useState<string>();
  const [pending, start] = useTransition();
  const { id, name } = organization;

  function move() {
    if (!chosen) return;
    start(async () => {
      const input = { organizationId: id, parentId: chosen.id };
      const result = await moveOrganizationAction(instanceId, undefined, input);
      if (!result.ok) return setProblem(result.message);
      toast.success(`${name} moved to ${chosen.name}`);
      onClose();
    });
  }

  return (
    <Dialog
      title={`Move the organization ${name}`}
      description="All below it goes with it. Applications see its accounts by the provisioning scope of the new place."
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
            disabledReason={chosen ? undefined : "Choose where it goes first."}
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
        onChoose={(node) => setChosen({ id: node.id, name: node.name })}
      />
      {problem !== undefined && <Callout tone="bad">{problem}</Callout>}
    </Dialog>
  );
}
