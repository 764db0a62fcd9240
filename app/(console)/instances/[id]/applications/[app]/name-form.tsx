"use client";

import { useState, useTransition } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { TextInput } from "@/components/ui/text-input";
import type { ActionRefusal } from "@/lib/http/action-result";
import { renameApplicationAction } from "./actions";
import type { Identity } from "./identity";

interface NameFormProps extends Identity {
  /** Stands for the name that the page was made from. */
  readonly seen: string;
}

/** What the application is called. */
export function NameForm({ instanceId, applicationId, reason, ...props }: NameFormProps) {
  const [name, setName] = useState(props.name);
  // Not the page's newer one: what others saved since is not what this form shows.
  const [seen, setSeen] = useState(props.seen);
  const [refusal, setRefusal] = useState<ActionRefusal>();
  const [pending, start] = useTransition();
  const wrong = refusal?.field === "name" ? refusal.message : undefined;

  function save() {
    start(async () => {
      const result = await renameApplicationAction(instanceId, undefined, { applicationId, name, seen });
      if (!result.ok) return setRefusal(result);
      if (result.value) setSeen(result.value.seen);
      setRefusal(undefined);
      toast.success("Name saved");
    });
  }

  return (
    <Form action={save} pending={pending} result={refusal}>
      {refusal && wrong === undefined && <Callout tone="bad">{refusal.message}</Callout>}
      <Field label="Name" hint="1 to 64 characters, unlike every other application's." error={wrong} required>
        {(control) => (
          <TextInput
            {...control}
            value={name}
            onChange={(event) => setName(event.target.value)}
            readOnly={reason !== undefined}
            autoComplete="off"
          />
        )}
      </Field>
      <div>
        <Button type="submit" disabledReason={reason}>
          Save name
        </Button>
      </div>
    </Form>
  );
}
