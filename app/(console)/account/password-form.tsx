"use client";

import { useActionState, useEffect, useRef } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { TextInput } from "@/components/ui/text-input";
import { changePasswordAction } from "./actions";

const FIELDS = new Set(["currentPassword", "newPassword"]);

/** @param email for password managers, which keep a password by the name it is for */
export function PasswordForm({ email }: { readonly email: string }) {
  const [result, action, pending] = useActionState(changePasswordAction, undefined);
  const inputs = useRef<HTMLDivElement>(null);
  const refusal = result && !result.ok ? result : undefined;
  const errorOf = (field: string) => (refusal?.field === field ? refusal.message : undefined);

  useEffect(() => {
    if (!result?.ok) return;
    inputs.current?.closest("form")?.reset();
    toast.success("Password changed. Your other sessions have ended.");
  }, [result]);

  return (
    <Form action={action} pending={pending} result={result}>
      {refusal && !FIELDS.has(refusal.field ?? "") && <Callout tone="bad">{refusal.message}</Callout>}
      <div ref={inputs} className="flex flex-col gap-4">
        <input type="text" value={email} autoComplete="username" readOnly hidden />
        <Field label="Current password" error={errorOf("currentPassword")} required>
          {(control) => (
            <TextInput {...control} name="currentPassword" type="password" autoComplete="current-password" />
          )}
        </Field>
        <Field
          label="New password"
          hint="At least 10 characters, with upper and lower case, a digit and a special character, and without your email."
          error={errorOf("newPassword")}
          required
        >
          {(control) => (
            <TextInput {...control} name="newPassword" type="password" autoComplete="new-password" />
          )}
        </Field>
      </div>
      <div>
        <Button type="submit">Change password</Button>
      </div>
    </Form>
  );
}
