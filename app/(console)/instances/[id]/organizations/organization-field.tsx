"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { DialogClose } from "@/components/ui/dialog-frame";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { type ChosenOrganization, OrganizationPicker } from "./organization-picker";

interface OrganizationFieldProps {
  readonly instanceId: string;
  readonly initial: ChosenOrganization;
  readonly hint?: string;
  readonly error?: string | undefined;
}

/** An organization in a form, sent as `organizationId`; the tree opens beside it. */
export function OrganizationField({ instanceId, initial, hint, error }: OrganizationFieldProps) {
  const [chosen, setChosen] = useState(initial);
  const [draft, setDraft] = useState(initial);
  const [open, setOpen] = useState(false);

  function change(next: boolean) {
    setOpen(next);
    setDraft(chosen);
  }

  return (
    <Field label="Organization" hint={hint} error={error} required>
      {(control) => (
        <div className="flex gap-2">
          <TextInput {...control} value={chosen.name} readOnly />
          <input type="hidden" name="organizationId" value={chosen.id} />
          <Dialog
            title="Choose an organization"
            open={open}
            onOpenChange={change}
            trigger={<Button>Choose</Button>}
            footer={
              <>
                <DialogClose>
                  <Button>Cancel</Button>
                </DialogClose>
                <Button
                  variant="primary"
                  onClick={() => {
                    setChosen(draft);
                    setOpen(false);
                  }}
                >
                  Choose organization
                </Button>
              </>
            }
          >
            <OrganizationPicker
              instanceId={instanceId}
              label="Organizations"
              chosen={draft}
              onChoose={({ id, name }) => setDraft({ id, name })}
            />
          </Dialog>
        </div>
      )}
    </Field>
  );
}
