"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { SecretReveal } from "@/components/ui/secret-reveal";
import type { Identity } from "../../identity";
import { ValidityForm } from "./validity-form";
import type { ValidityPresets } from "./validity-presets";

interface AddTokenProps extends Identity {
  readonly presets: ValidityPresets;
  /** Why no token can be added now. */
  readonly refusal: string | undefined;
}

/** *Add bearer token* → *Specify validity period* → the token, once. */
export function AddToken({ instanceId, applicationId, name, presets, refusal }: AddTokenProps) {
  const [open, setOpen] = useState(false);
  const [token, setToken] = useState<string>();

  function issued(text: string) {
    setOpen(false);
    setToken(text);
  }

  return (
    <>
      <Dialog
        title="Specify validity period"
        description={`The new token works for ${name} from now until it ends.`}
        open={open}
        onOpenChange={setOpen}
        trigger={
          <Button icon={<Plus aria-hidden className="size-4" />} disabledReason={refusal}>
            Add bearer token
          </Button>
        }
      >
        <ValidityForm
          instanceId={instanceId}
          applicationId={applicationId}
          presets={presets}
          onIssued={issued}
        />
      </Dialog>
      {token !== undefined && (
        <SecretReveal label="Bearer token" value={token} onClose={() => setToken(undefined)} />
      )}
    </>
  );
}
