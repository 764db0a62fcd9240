"use client";

import { type ReactElement, useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { DialogClose, DialogFooter } from "@/components/ui/dialog-frame";
import { Form } from "@/components/ui/form";
import type { ActionResult } from "@/lib/http/action-result";
import { CurrentPassword } from "./current-password";

interface ProveDialogProps<Value> extends Omit<ProveFormProps<Value>, "onDone"> {
  readonly title: string;
  readonly description: string;
  readonly onDone: (value: Value | undefined) => void;
  readonly trigger: ReactElement;
}

/** Asks for the password before a change of the second factor: who finds a session open has it not. */
export function ProveDialog<Value>({
  title,
  description,
  trigger,
  onDone,
  ...form
}: ProveDialogProps<Value>) {
  const [open, setOpen] = useState(false);

  function done(value: Value | undefined) {
    setOpen(false);
    onDone(value);
  }

  return (
    <Dialog title={title} description={description} open={open} onOpenChange={setOpen} trigger={trigger}>
      <ProveForm {...form} onDone={done} />
    </Dialog>
  );
}

interface ProveFormProps<Value> {
  readonly verb: string;
  readonly danger?: boolean;
  readonly prove: (
    previous: ActionResult<Value> | undefined,
    given: FormData,
  ) => Promise<ActionResult<Value>>;
  readonly onDone: (value: Value | undefined) => void;
}

function ProveForm<Value>({ verb, danger = false, prove, onDone }: ProveFormProps<Value>) {
  // Told here and not by an effect: the answer also changes the page, which may take this dialog away.
  const [result, action, pending] = useActionState(
    async (previous: ActionResult<Value> | undefined, given: FormData) => {
      const answer = await prove(previous, given);
      if (answer.ok) onDone(answer.value);
      return answer;
    },
    undefined,
  );
  const refusal = result && !result.ok ? result : undefined;

  return (
    <Form action={action} pending={pending} result={result}>
      {refusal && refusal.field !== "currentPassword" && <Callout tone="bad">{refusal.message}</Callout>}
      <CurrentPassword refusal={refusal} />
      <DialogFooter>
        <DialogClose>
          <Button>Cancel</Button>
        </DialogClose>
        <Button type="submit" variant={danger ? "danger" : "primary"}>
          {verb}
        </Button>
      </DialogFooter>
    </Form>
  );
}
