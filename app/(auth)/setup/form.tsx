"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { TextInput } from "@/components/ui/text-input";
import { setUpAction } from "./actions";

const FIELDS = new Set(["instanceName", "email", "password"]);

export function SetUpForm() {
  const [result, action, pending] = useActionState(setUpAction, undefined);
  const refusal = result && !result.ok ? result : undefined;
  const errorOf = (field: string) => (refusal?.field === field ? refusal.message : undefined);
  return (
    <Form action={action} pending={pending} result={result} method="post">
      {refusal && !FIELDS.has(refusal.field ?? "") && <Callout tone="bad">{refusal.message}</Callout>}
      <Field
        label="Instance name"
        hint="What the directory is of, such as your company. Its root organization is called the same."
        error={errorOf("instanceName")}
        required
      >
        {(control) => <TextInput {...control} name="instanceName" autoComplete="organization" />}
      </Field>
      <Field label="Your email" hint="You sign in with it." error={errorOf("email")} required>
        {(control) => <TextInput {...control} name="email" type="email" autoComplete="username" />}
      </Field>
      <Field
        label="Password"
        hint="At least 10 characters, with upper and lower case, a digit and a special character."
        error={errorOf("password")}
        required
      >
        {(control) => <TextInput {...control} name="password" type="password" autoComplete="new-password" />}
      </Field>
      <Button type="submit" variant="primary">
        Create instance
      </Button>
    </Form>
  );
}
