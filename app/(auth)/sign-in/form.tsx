"use client";

import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { TextInput } from "@/components/ui/text-input";
import { signInAction } from "./actions";

const NOTHING = { email: "", password: "" };

/** Email and password; then, for who has a second factor, its code. */
export function SignInForm() {
  const [result, action, pending] = useActionState(signInAction, undefined);
  const [given, setGiven] = useState(NOTHING);
  const refusal = result && !result.ok ? result : undefined;
  const atCode = result !== undefined && (result.ok || refusal?.field === "code");
  const errorOf = (field: string) => (refusal?.field === field ? refusal.message : undefined);
  const keep = (data: FormData) => {
    setGiven({ email: String(data.get("email") ?? ""), password: String(data.get("password") ?? "") });
    action(data);
  };

  return (
    <Form action={keep} pending={pending} result={result} method="post">
      {refusal && refusal.field === undefined && <Callout tone="bad">{refusal.message}</Callout>}
      {atCode ? (
        <>
          <input type="hidden" name="email" value={given.email} />
          <input type="hidden" name="password" value={given.password} />
          <Field
            label="Code"
            hint="Six digits from your authenticator app, or one of your recovery codes."
            error={errorOf("code")}
            required
          >
            {(control) => (
              <TextInput {...control} name="code" autoComplete="one-time-code" autoFocus spellCheck={false} />
            )}
          </Field>
        </>
      ) : (
        <>
          <Field label="Email" error={errorOf("email")} required>
            {(control) => (
              <TextInput
                {...control}
                name="email"
                type="email"
                autoComplete="username"
                defaultValue={given.email}
              />
            )}
          </Field>
          <Field label="Password" error={errorOf("password")} required>
            {(control) => (
              <TextInput {...control} name="password" type="password" autoComplete="current-password" />
            )}
          </Field>
        </>
      )}
      <Button type="submit" variant="primary">
        {atCode ? "Confirm" : "Sign in"}
      </Button>
      {atCode && (
        <a href="/sign-in" className="link self-start">
          Sign in as somebody else
        </a>
      )}
    </Form>
  );
}
