"use client";

import { useActionState, useEffect } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { RadioGroup } from "@/components/ui/radio-group";
import type { PolicyName } from "@/lib/directory/accounts/password-policy";
import { errorOf, Refusal } from "../../accounts/refusal";
import { setInstanceSettingsAction } from "../actions";
import { POLICY_LABELS, POLICY_NAMES, policyText } from "./policy-text";

interface PolicyFormProps {
  readonly instanceId: string;
  readonly policy: PolicyName;
  /** Stands for the settings that the page was made from. */
  readonly seen: string;
  readonly reason: string | undefined;
}

export function PolicyForm({ instanceId, policy, seen, reason }: PolicyFormProps) {
  const [result, action, pending] = useActionState(
    setInstanceSettingsAction.bind(null, instanceId),
    undefined,
  );
  const refusal = result && !result.ok ? result : undefined;

  useEffect(() => {
    if (result?.ok) toast.success("Password policy saved");
  }, [result]);

  return (
    <Form action={action} pending={pending} result={result}>
      <Refusal refusal={refusal} fields={["passwordPolicy"]} />
      <input type="hidden" name="seen" value={seen} />
      <RadioGroup<PolicyName>
        legend="Template"
        name="passwordPolicy"
        defaultValue={policy}
        error={errorOf(refusal, "passwordPolicy")}
        options={POLICY_NAMES.map((value) => ({
          value,
          label: POLICY_LABELS[value],
          description: policyText(value),
        }))}
      />
      <div>
        <Button type="submit" disabledReason={reason}>
          Save
        </Button>
      </div>
    </Form>
  );
}
