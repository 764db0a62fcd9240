"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useActionState, useEffect } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { DialogClose, DialogFooter } from "@/components/ui/dialog-frame";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { TextInput } from "@/components/ui/text-input";
import { createInstanceAction } from "./actions";

/** Creates an instance of which one is the owner, and goes to it. */
export function CreateInstance({ disabledReason }: { readonly disabledReason: string | undefined }) {
  return (
    <Dialog
      title="Create instance"
      description="You become its owner. It gets an empty directory with one root organization."
      trigger={
        <Button
          variant="primary"
          icon={<Plus aria-hidden className="size-4" />}
          disabledReason={disabledReason}
        >
          Create instance
        </Button>
      }
    >
      <InstanceForm />
    </Dialog>
  );
}

function InstanceForm() {
  const router = useRouter();
  const [result, action, pending] = useActionState(createInstanceAction, undefined);
  const created = result?.ok ? result.value?.id : undefined;
  const refusal = result && !result.ok ? result : undefined;

  useEffect(() => {
    if (created !== undefined) router.push(`/instances/${created}`);
  }, [created, router]);

  return (
    <Form action={action} pending={pending || created !== undefined} result={result}>
      {refusal && refusal.field !== "name" && <Callout tone="bad">{refusal.message}</Callout>}
      <Field
        label="Name"
        hint="1 to 64 characters. The root organization is called the same."
        error={refusal?.field === "name" ? refusal.message : undefined}
        required
      >
        {(control) => <TextInput {...control} name="name" autoComplete="off" />}
      </Field>
      <DialogFooter>
        <DialogClose>
          <Button>Cancel</Button>
        </DialogClose>
        <Button type="submit" variant="primary">
          Create instance
        </Button>
      </DialogFooter>
    </Form>
  );
}
