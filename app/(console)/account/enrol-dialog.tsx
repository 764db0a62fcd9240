"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { offerSecondFactorAction } from "./actions";
import { EnrolForm, type Offer } from "./enrol-form";

interface EnrolDialogProps {
  readonly onEnrolled: (recoveryCodes: readonly string[]) => void;
}

/** Fetches a new secret each time it is opened, and keeps none that was not confirmed. */
export function EnrolDialog({ onEnrolled }: EnrolDialogProps) {
  const [offer, setOffer] = useState<Offer>();
  const [refusal, setRefusal] = useState<string>();
  const [pending, start] = useTransition();

  function begin() {
    start(async () => {
      const result = await offerSecondFactorAction(undefined, {});
      setOffer(result.ok ? result.value : undefined);
      setRefusal(result.ok ? undefined : result.message);
    });
  }

  return (
    <>
      <div className="flex flex-col items-start gap-4">
        {refusal !== undefined && <Callout tone="bad">{refusal}</Callout>}
        <Button variant="primary" pending={pending} onClick={begin}>
          Turn on
        </Button>
      </div>
      {offer && (
        <Dialog
          title="Turn on the second factor"
          description="Scan the code with an authenticator app, then enter the six digits that the app shows."
          open
          onOpenChange={() => setOffer(undefined)}
        >
          <EnrolForm
            offer={offer}
            onEnrolled={(codes) => {
              setOffer(undefined);
              onEnrolled(codes);
            }}
          />
        </Dialog>
      )}
    </>
  );
}
