"use client";

import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { counted } from "../application-words";
import { switchApplicationAction } from "./actions";
import type { Identity } from "./identity";

interface StatusSwitchProps extends Identity {
  readonly enabled: boolean;
  /** How many accounts are in its scope. */
  readonly accounts: number;
}

/** Asks before either: both change what the client may do from the next call on. */
export function StatusSwitch({
  instanceId,
  applicationId,
  name,
  reason,
  enabled,
  accounts,
}: StatusSwitchProps) {
  const verb = enabled ? "Disable" : "Enable";
  return (
    <div>
      <ConfirmDialog
        title={`${verb} the application ${name}?`}
        body={
          enabled
            ? `${name} will stop syncing ${counted(accounts, "account")}: each of its SCIM calls is refused with 403 application_disabled until you enable it again. Its settings and tokens stay as they are.`
            : `${name} may call the SCIM API again with its enabled tokens, and will sync ${counted(accounts, "account")}.`
        }
        verb={verb}
        tone={enabled ? "danger" : "neutral"}
        action={() => switchApplicationAction(instanceId, undefined, { applicationId, enabled: !enabled })}
        onDone={() => toast.success(`${name} is ${enabled ? "disabled" : "enabled"}`)}
        trigger={<Button disabledReason={reason}>{verb} application</Button>}
      />
    </div>
  );
}
