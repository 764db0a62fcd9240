"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { removeSecondFactorAction, renewRecoveryCodesAction } from "./actions";
import { EnrolDialog } from "./enrol-dialog";
import { ProveDialog } from "./prove-dialog";
import { RecoveryCodes } from "./recovery-codes";

interface SecondFactorProps {
  readonly on: boolean;
  /** Recovery codes that were not used yet. */
  readonly codesLeft: number;
}

/** Fewer are worth a warning: the next lost phone may be the last. */
const FEW_CODES = 3;

export function SecondFactor({ on, codesLeft }: SecondFactorProps) {
  const router = useRouter();
  const [codes, setCodes] = useState<readonly string[]>();

  /** Only now, so that the page does not change under codes that are not copied yet. */
  function copied() {
    setCodes(undefined);
    router.refresh();
  }

  return (
    <div className="flex flex-col gap-4">
      <div>{on ? <Badge tone="good">On</Badge> : <Badge tone="neutral">Off</Badge>}</div>
      {on && codesLeft <= FEW_CODES && (
        <Callout tone="warn">
          {codesLeft === 0 ? "No recovery code is left." : `${codesLeft} of 10 recovery codes left.`} Without
          one, who loses the phone cannot sign in.
        </Callout>
      )}
      {on && codesLeft > FEW_CODES && <p className="text-muted">{codesLeft} of 10 recovery codes left.</p>}
      <div className="flex flex-wrap gap-2">
        {on ? (
          <>
            <ProveDialog
              title="Create new recovery codes"
              description="The codes that are left stop working. Your other sessions end."
              verb="Create recovery codes"
              prove={renewRecoveryCodesAction}
              onDone={(value) => setCodes(value?.recoveryCodes)}
              trigger={<Button>Create new recovery codes</Button>}
            />
            <ProveDialog
              title="Turn off the second factor"
              description="Signing in asks for your password alone. Your recovery codes stop working, and your other sessions end."
              verb="Turn off"
              danger
              prove={removeSecondFactorAction}
              onDone={() => toast.success("Second factor turned off")}
              trigger={<Button>Turn off</Button>}
            />
          </>
        ) : (
          <EnrolDialog onEnrolled={setCodes} />
        )}
      </div>
      {codes && <RecoveryCodes codes={codes} onClose={copied} />}
    </div>
  );
}
