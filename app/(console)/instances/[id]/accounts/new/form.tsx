"use client";

import { useRouter } from "next/navigation";
import { useActionState, useEffect } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { RadioGroup } from "@/components/ui/radio-group";
import { TextInput } from "@/components/ui/text-input";
import type { ExtendedField } from "@/lib/directory/extended-fields/extended-field";
import { OrganizationField } from "../../organizations/organization-field";
import type { ChosenOrganization } from "../../organizations/organization-picker";
import { accountsPath } from "../account-path";
import { createAccountAction } from "../actions";
import { BASIC_FIELDS, BasicFields } from "../basic-fields";
import { ExtendedFields } from "../extended-fields";
import { basicInput, extendedInput, extendedName, textOf } from "../form-input";
import { errorOf, Refusal } from "../refusal";

interface NewAccountFormProps {
  readonly instanceId: string;
  readonly organization: ChosenOrganization;
  readonly fields: readonly ExtendedField[];
  /** Of the extended fields that have one, as texts by key. */
  readonly defaults: Readonly<Record<string, string>>;
  readonly passwordHint: string;
}

/** Creates an account and goes to its page. */
export function NewAccountForm({
  instanceId,
  organization,
  fields,
  defaults,
  passwordHint,
}: NewAccountFormProps) {
  const router = useRouter();
  const [result, action, pending] = useActionState(createAccountAction.bind(null, instanceId), undefined);
  const created = result?.ok ? result.value?.id : undefined;
  const refusal = result && !result.ok ? result : undefined;

  useEffect(() => {
    if (created === undefined) return;
    toast.success("Account created");
    router.push(accountsPath(instanceId, created));
  }, [created, instanceId, router]);

  function submit(data: FormData) {
    const password = textOf(data, "password");
    action({
      ...basicInput(data),
      organizationId: textOf(data, "organizationId"),
      status: textOf(data, "status") === "disabled" ? "disabled" : "enabled",
      ...(password !== "" && { password }),
      extended: extendedInput(data, fields, defaults),
    });
  }

  const shown = [
    ...BASIC_FIELDS,
    "organizationId",
    "password",
    ...fields.map(({ key }) => extendedName(key)),
  ];
  return (
    <Form action={submit} pending={pending || created !== undefined} result={result}>
      <Refusal refusal={refusal} fields={shown} />
      <BasicFields refusal={refusal} />
      <OrganizationField
        instanceId={instanceId}
        initial={organization}
        error={errorOf(refusal, "organizationId")}
      />
      <Field
        label="Password"
        hint={`Left empty, the account has none until you reset it. ${passwordHint}`}
        error={errorOf(refusal, "password")}
      >
        {(control) => <TextInput {...control} type="password" name="password" autoComplete="new-password" />}
      </Field>
      <RadioGroup
        legend="Status"
        name="status"
        defaultValue="enabled"
        options={[
          { value: "enabled", label: "Enabled" },
          { value: "disabled", label: "Disabled", description: "Applications see it as inactive." },
        ]}
      />
      <ExtendedFields fields={fields} initial={defaults} held={[]} refusal={refusal} />
      <div className="flex gap-2">
        <Button type="submit" variant="primary">
          Create account
        </Button>
        <ButtonLink href={accountsPath(instanceId)}>Cancel</ButtonLink>
      </div>
    </Form>
  );
}
