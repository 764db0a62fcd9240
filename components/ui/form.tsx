"use client";

import { type ComponentProps, type FormEvent, startTransition, useEffect, useRef } from "react";
import { FormPending } from "./form-pending";

interface FormProps extends Omit<ComponentProps<"form">, "action" | "className" | "onSubmit" | "ref"> {
  /** What `useActionState` gave back. */
  readonly action: (data: FormData) => void;
  readonly pending: boolean;
  /** The action's last answer: a refusal moves the focus to the first field in error. */
  readonly result: { readonly ok: boolean } | undefined;
}

/**
 * A form over a server action. It keeps what was typed when the action refuses (React would empty it),
 * except passwords, and takes the focus to the first field in error, or to the message when no field is.
 */
export function Form({ action, pending, result, children, ...rest }: FormProps) {
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (!result || result.ok || !form.current) return;
    for (const secret of form.current.querySelectorAll<HTMLInputElement>("input[type=password]")) {
      secret.value = "";
    }
    const wrong = form.current.querySelector<HTMLElement>('[aria-invalid="true"]');
    const message = form.current.querySelector<HTMLElement>('[role="alert"]');
    (wrong ?? message)?.focus();
  }, [result]);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const data = new FormData(event.currentTarget);
    startTransition(() => action(data));
  }

  return (
    <FormPending value={pending}>
      <form {...rest} ref={form} action={action} onSubmit={submit} noValidate className="flex flex-col gap-4">
        {children}
      </form>
    </FormPending>
  );
}
