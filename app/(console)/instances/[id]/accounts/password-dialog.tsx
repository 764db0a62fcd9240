"use client";

import { useActionState, useEffect } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { DialogClose, DialogFooter } from "@/components/ui/dialog-frame";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { TextInput } from "@/components/ui/text-input";
import { resetPasswordAction } from "./actions";
import { errorOf, Refusal } from "./refusal";
import { accountsText, type TaskAccount } from "./tasks";

interface PasswordDialogProps {
  readonly instanceId: string;
  readonly accounts: readonly TaskAccount[];
  readonly hint: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** A new password for one account; the old one is never shown, nor is this one after it is set. */
export function PasswordDialog({ instanceId, accounts, hint, onClose, onDone }: PasswordDialogProps) {
  const [result, action, pending] = useActionState(resetPasswordAction.bind(null, instanceId), undefined);
  const refusal = result && !result.ok ? result : undefined;
  const done = result?.ok === true;

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is done; the callbacks are new each time.
  useEffect(() => {
    if (!done) return;
    onClose();
    onDone();
  }, [done]);

  return (
    <Dialog
      title={`Reset the password of ${accountsText(accounts)}`}
      description="The old password stops working at once."
      open
      onOpenChange={(open) => !open && onClose()}
    >
      <Form action={action} pending={pending} result={result}>
        <Refusal refusal={refusal} fields={["password"]} />
        {accounts.map(({ id }) => (
          <input key={id} type="hidden" name="accountId" value={id} />
        ))}
        <Field label="New password" hint={hint} error={errorOf(refusal, "password")} required>
          {(control) => (
            <TextInput {...control} type="password" name="password" autoComplete="new-password" />
          )}
        </Field>
        <DialogFooter>
          <DialogClose>
            <Button>Cancel</Button>
          </DialogClose>
          <Button type="submit" variant="primary">
            Reset password
          </Button>
        </DialogFooter>
      </Form>
    </Dialog>
  );
}
