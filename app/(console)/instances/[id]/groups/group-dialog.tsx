"use client";

import { useRouter } from "next/navigation";
import { useActionState, useEffect } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { DialogClose, DialogFooter } from "@/components/ui/dialog-frame";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { TextInput } from "@/components/ui/text-input";
import { textOf } from "../accounts/form-input";
import { errorOf, Refusal } from "../accounts/refusal";
import { createGroupAction, renameGroupAction } from "./actions";
import { groupsPath } from "./groups-path";

/** A group as an edit of it needs it. */
export interface EditedGroup {
  readonly id: string;
  readonly displayName: string;
  readonly version: number;
}

interface DialogProps {
  readonly instanceId: string;
  readonly onClose: () => void;
}

/** A new group; its page is the next step, for the members. */
export function GroupDialog({ instanceId, onClose }: DialogProps) {
  const router = useRouter();
  const [result, action, pending] = useActionState(createGroupAction.bind(null, instanceId), undefined);
  const refusal = result && !result.ok ? result : undefined;
  const created = result?.ok ? result.value?.id : undefined;

  useEffect(() => {
    if (created === undefined) return;
    toast.success("Group created");
    router.push(groupsPath(instanceId, created));
  }, [created, instanceId, router]);

  return (
    <Dialog title="Create group" open onOpenChange={(open) => !open && onClose()}>
      <Form action={action} pending={pending || created !== undefined} result={result}>
        <Refusal refusal={refusal} fields={["displayName"]} />
        <NameField error={errorOf(refusal, "displayName")} />
        <Buttons verb="Create group" />
      </Form>
    </Dialog>
  );
}

/** Another name for a group. */
export function RenameGroup({ instanceId, group, onClose }: DialogProps & { readonly group: EditedGroup }) {
  const [result, action, pending] = useActionState(renameGroupAction.bind(null, instanceId), undefined);
  const refusal = result && !result.ok ? result : undefined;
  const done = result?.ok === true;

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is done; onClose is new each time.
  useEffect(() => {
    if (!done) return;
    toast.success("Group renamed");
    onClose();
  }, [done]);

  function submit(data: FormData) {
    action({ groupId: group.id, version: group.version, displayName: textOf(data, "displayName") });
  }

  return (
    <Dialog
      title={`Rename ${group.displayName}`}
      description="Applications read the new name at their next call."
      open
      onOpenChange={(open) => !open && onClose()}
    >
      <Form key={group.version} action={submit} pending={pending} result={result}>
        <Refusal refusal={refusal} fields={["displayName"]} />
        <NameField initial={group.displayName} error={errorOf(refusal, "displayName")} />
        <Buttons verb="Rename" />
      </Form>
    </Dialog>
  );
}

interface NameFieldProps {
  readonly initial?: string;
  readonly error: string | undefined;
}

function NameField({ initial, error }: NameFieldProps) {
  return (
    <Field
      label="Name"
      hint="1 to 256 characters, unlike every other group's whatever the case."
      error={error}
      required
    >
      {(control) => <TextInput {...control} name="displayName" defaultValue={initial} autoComplete="off" />}
    </Field>
  );
}

function Buttons({ verb }: { readonly verb: string }) {
  return (
    <DialogFooter>
      <DialogClose>
        <Button>Cancel</Button>
      </DialogClose>
      <Button type="submit" variant="primary">
        {verb}
      </Button>
    </DialogFooter>
  );
}
