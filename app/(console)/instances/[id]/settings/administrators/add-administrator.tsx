"use client";

import { Plus } from "lucide-react";
import { useActionState, useEffect, useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { DialogClose, DialogFooter } from "@/components/ui/dialog-frame";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { RadioGroup } from "@/components/ui/radio-group";
import { TextInput } from "@/components/ui/text-input";
import { errorOf, Refusal } from "../../accounts/refusal";
import { addAdministratorAction } from "../actions";
import { ROLE_OPTIONS } from "./role-options";

interface AddAdministratorProps {
  readonly instanceId: string;
  /** Why nobody can be added. */
  readonly reason: string | undefined;
}

export function AddAdministrator({ instanceId, reason }: AddAdministratorProps) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title="Add administrator"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="primary" icon={<Plus aria-hidden className="size-4" />} disabledReason={reason}>
          Add administrator
        </Button>
      }
    >
      <AddForm instanceId={instanceId} onAdded={() => setOpen(false)} />
    </Dialog>
  );
}

interface AddFormProps {
  readonly instanceId: string;
  readonly onAdded: () => void;
}

function AddForm({ instanceId, onAdded }: AddFormProps) {
  const [result, action, pending] = useActionState(addAdministratorAction.bind(null, instanceId), undefined);
  const refusal = result && !result.ok ? result : undefined;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the answer is told once, whatever `onAdded` is by then.
  useEffect(() => {
    if (!result?.ok) return;
    toast.success("Administrator added");
    onAdded();
  }, [result]);

  return (
    <Form action={action} pending={pending} result={result}>
      <Refusal refusal={refusal} fields={["email", "password"]} />
      <Field label="Email" hint="They sign in with it." error={errorOf(refusal, "email")} required>
        {(control) => <TextInput {...control} name="email" type="email" autoComplete="off" />}
      </Field>
      <RadioGroup legend="Role" name="role" options={ROLE_OPTIONS} defaultValue="administrator" />
      <Field
        label="First password"
        hint="For somebody new: at least 10 characters, with upper and lower case, a digit and a special character. Leave it empty for who signs in to this deployment already."
        error={errorOf(refusal, "password")}
      >
        {(control) => <TextInput {...control} name="password" type="password" autoComplete="new-password" />}
      </Field>
      <DialogFooter>
        <DialogClose>
          <Button>Cancel</Button>
        </DialogClose>
        <Button type="submit" variant="primary">
          Add administrator
        </Button>
      </DialogFooter>
    </Form>
  );
}
