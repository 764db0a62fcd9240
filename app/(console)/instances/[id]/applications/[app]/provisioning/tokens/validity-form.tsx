"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { DialogClose, DialogFooter } from "@/components/ui/dialog-frame";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { RadioGroup } from "@/components/ui/radio-group";
import { TextInput } from "@/components/ui/text-input";
import type { ActionRefusal } from "@/lib/http/action-result";
import { issueTokenAction } from "./actions";
import type { ValidityPresets } from "./validity-presets";

const UNTIL = "until";

interface ValidityFormProps {
  readonly instanceId: string;
  readonly applicationId: string;
  readonly presets: ValidityPresets;
  readonly onIssued: (token: string) => void;
}

/** For so many days, or through the whole of a last day (UTC). */
export function ValidityForm({ instanceId, applicationId, presets, onIssued }: ValidityFormProps) {
  const [choice, setChoice] = useState("90");
  const [until, setUntil] = useState("");
  const [refusal, setRefusal] = useState<ActionRefusal>();
  const [pending, start] = useTransition();
  const dateWrong = choice === UNTIL && refusal !== undefined && refusal.field !== undefined;

  function create() {
    if (choice === UNTIL && until === "") {
      const message = "Choose the last day of the token.";
      setRefusal({ ok: false, problem: "invalid_value", message, field: UNTIL });
      return;
    }
    start(async () => {
      const validity = choice === UNTIL ? { until } : { days: Number(choice) };
      const result = await issueTokenAction(instanceId, undefined, { applicationId, validity });
      if (!result.ok) setRefusal(result);
      else if (result.value) onIssued(result.value.token);
    });
  }

  return (
    <Form action={create} pending={pending} result={refusal}>
      {refusal && !dateWrong && <Callout tone="bad">{refusal.message}</Callout>}
      <RadioGroup
        legend="Valid for"
        options={[
          ...presets.presets.map(({ name, days, ends }) => ({
            value: String(days),
            label: name,
            description: `Until ${ends}`,
          })),
          {
            value: UNTIL,
            label: "Until a date",
            description: "1 day to 3 years, through the end of that day (UTC)",
          },
        ]}
        value={choice}
        onValueChange={setChoice}
      />
      {choice === UNTIL && (
        <Field label="Last day" error={dateWrong ? refusal.message : undefined} required>
          {(control) => (
            <TextInput
              {...control}
              type="date"
              min={presets.first}
              max={presets.last}
              value={until}
              onChange={(event) => setUntil(event.target.value)}
            />
          )}
        </Field>
      )}
      <DialogFooter>
        <DialogClose>
          <Button>Cancel</Button>
        </DialogClose>
        <Button type="submit" variant="primary">
          Create token
        </Button>
      </DialogFooter>
    </Form>
  );
}
