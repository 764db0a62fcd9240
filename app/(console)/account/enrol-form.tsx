"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { CopyField } from "@/components/ui/copy-field";
import { DialogClose, DialogFooter } from "@/components/ui/dialog-frame";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { TextInput } from "@/components/ui/text-input";
import { enrolSecondFactorAction } from "./actions";
import { CurrentPassword } from "./current-password";

/** A secret for the app, not yet kept anywhere. */
export interface Offer {
  readonly secret: string;
  readonly sealed: string;
  /** A picture as a data: address. */
  readonly qrCode: string;
}

interface EnrolFormProps {
  readonly offer: Offer;
  readonly onEnrolled: (recoveryCodes: readonly string[]) => void;
}

type Enrolment = Awaited<ReturnType<typeof enrolSecondFactorAction>>;

const FIELDS = new Set(["code", "currentPassword"]);

export function EnrolForm({ offer, onEnrolled }: EnrolFormProps) {
  // Told here and not by an effect: the answer also turns the page to "on", which takes this form away.
  const [result, action, pending] = useActionState(
    async (previous: Enrolment | undefined, form: FormData): Promise<Enrolment> => {
      const answer = await enrolSecondFactorAction(previous, form);
      if (answer.ok && answer.value) onEnrolled(answer.value.recoveryCodes);
      return answer;
    },
    undefined,
  );
  const refusal = result && !result.ok ? result : undefined;

  return (
    <Form action={action} pending={pending} result={result}>
      {refusal && !FIELDS.has(refusal.field ?? "") && <Callout tone="bad">{refusal.message}</Callout>}
      {/* White in both themes: cameras read dark on light. The text below it says the same. */}
      {/* biome-ignore lint/performance/noImgElement: a data: address has nothing to optimize. */}
      <img src={offer.qrCode} alt="QR code of the secret below" className="size-44 self-center rounded-md" />
      <CopyField label="Secret" value={offer.secret} hint="For an app that cannot scan." />
      <input type="hidden" name="sealed" value={offer.sealed} />
      <Field
        label="Code"
        hint="Six digits from the app."
        error={refusal?.field === "code" ? refusal.message : undefined}
        required
      >
        {(control) => (
          <TextInput
            {...control}
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            spellCheck={false}
            mono
          />
        )}
      </Field>
      <CurrentPassword refusal={refusal} />
      <DialogFooter>
        <DialogClose>
          <Button>Cancel</Button>
        </DialogClose>
        <Button type="submit" variant="primary">
          Turn on
        </Button>
      </DialogFooter>
    </Form>
  );
}
