"use client";

import { useActionState, useEffect } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { TextInput } from "@/components/ui/text-input";
import { errorOf, Refusal } from "../accounts/refusal";
import { renameInstanceAction } from "./name-action";

interface NameFormProps {
  readonly instanceId: string;
  readonly name: string;
  /** Stands for the name that the page was made from. */
  readonly seen: string;
  readonly reason: string | undefined;
}

export function NameForm({ instanceId, name, seen, reason }: NameFormProps) {
  const [result, action, pending] = useActionState(renameInstanceAction.bind(null, instanceId), undefined);
  const refusal = result && !result.ok ? result : undefined;

  useEffect(() => {
    if (result?.ok) toast.success("Name saved");
  }, [result]);

  return (
    <Form action={action} pending={pending} result={result}>
      <Refusal refusal={refusal} fields={["name"]} />
      <input type="hidden" name="seen" value={seen} />
      <Field
        label="Name"
        hint="1 to 64 characters. The root organization keeps its own name."
        error={errorOf(refusal, "name")}
        required
      >
        {(control) => (
          <TextInput
            {...control}
            name="name"
            defaultValue={name}
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
