"use client";

import { useRouter } from "next/navigation";
import { useActionState, useEffect } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { RadioGroup } from "@/components/ui/radio-group";
import { TextInput } from "@/components/ui/text-input";
import { applicationPath } from "../application-path";
import { createApplicationAction } from "./actions";

const TYPES = [
  {
    value: "standard",
    label: "Standard protocols",
    description:
      "A product that signs people in by OIDC or SAML and provisions by SCIM, such as Okta or Microsoft Entra ID.",
  },
  {
    value: "custom",
    label: "Custom applications",
    description: "A system of your own that speaks SCIM 2.0, such as an HR system or a script.",
  },
] as const;

/** Creates an application and goes to its page. */
export function NewApplicationForm({ instanceId }: { readonly instanceId: string }) {
  const router = useRouter();
  const [result, action, pending] = useActionState(createApplicationAction.bind(null, instanceId), undefined);
  const created = result?.ok ? result.value?.id : undefined;
  const refusal = result && !result.ok ? result : undefined;

  useEffect(() => {
    if (created !== undefined) router.push(applicationPath(instanceId, created));
  }, [created, instanceId, router]);

  return (
    <Form action={action} pending={pending || created !== undefined} result={result}>
      {refusal && refusal.field !== "name" && <Callout tone="bad">{refusal.message}</Callout>}
      <RadioGroup legend="Type" name="type" options={TYPES} defaultValue="standard" />
      <Field
        label="Name"
        hint="1 to 64 characters, unlike every other application's. People see it in logs and on accounts."
        error={refusal?.field === "name" ? refusal.message : undefined}
        required
      >
        {(control) => <TextInput {...control} name="name" autoComplete="off" />}
      </Field>
      <div className="flex gap-2">
        <Button type="submit" variant="primary">
          Add application
        </Button>
        <ButtonLink href={`/instances/${instanceId}/applications`}>Cancel</ButtonLink>
      </div>
    </Form>
  );
}
