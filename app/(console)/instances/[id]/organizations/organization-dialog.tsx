"use client";

import { useActionState, useEffect } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { DialogClose, DialogFooter } from "@/components/ui/dialog-frame";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import type { Organization } from "@/lib/directory/organizations/organization";
import type { ActionResult } from "@/lib/http/action-result";
import { textOf } from "../accounts/form-input";
import { errorOf, Refusal } from "../accounts/refusal";
import { createOrganizationAction, updateOrganizationAction } from "./actions";

interface OrganizationDialogProps {
  readonly instanceId: string;
  /** A new one is made below it. */
  readonly parent?: Organization;
  /** The one that is changed. */
  readonly edited?: Organization & { readonly seen: string };
  readonly onClose: () => void;
}

/** Name and description of an organization, new or changed. */
export function OrganizationDialog({ instanceId, parent, edited, onClose }: OrganizationDialogProps) {
  const [result, action, pending] = useActionState(send, undefined);
  const refusal = result && !result.ok ? result : undefined;
  const done = result?.ok === true;

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is done; onClose is new each time.
  useEffect(() => {
    if (!done) return;
    toast.success(edited ? "Organization saved" : "Organization created");
    onClose();
  }, [done]);

  function send(_previous: ActionResult | undefined, data: FormData): Promise<ActionResult> {
    const input = { name: textOf(data, "name"), description: textOf(data, "description") };
    return edited
      ? updateOrganizationAction(instanceId, undefined, {
          ...input,
          organizationId: edited.id,
          seen: edited.seen,
        })
      : createOrganizationAction(instanceId, undefined, { ...input, parentId: parent?.id });
  }

  return (
    <Dialog
      title={edited ? `Edit the organization ${edited.name}` : `Create an organization below ${parent?.name}`}
      open
      onOpenChange={(open) => !open && onClose()}
    >
      <Form action={action} pending={pending} result={result}>
        <Refusal refusal={refusal} fields={["name", "description"]} />
        <Field
          label="Name"
          hint="1 to 64 characters, unlike those beside it."
          error={errorOf(refusal, "name")}
          required
        >
          {(control) => <TextInput {...control} name="name" defaultValue={edited?.name} autoComplete="off" />}
        </Field>
        <Field label="Description" error={errorOf(refusal, "description")}>
          {(control) => <TextArea {...control} name="description" defaultValue={edited?.description} />}
        </Field>
        <DialogFooter>
          <DialogClose>
            <Button>Cancel</Button>
          </DialogClose>
          <Button type="submit" variant="primary">
            {edited ? "Save" : "Create organization"}
          </Button>
        </DialogFooter>
      </Form>
    </Dialog>
  );
}
