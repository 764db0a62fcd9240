"use client";

import { useState } from "react";
import { toast } from "sonner";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Switch } from "@/components/ui/switch";
import { counted } from "../../application-words";
import type { Identity } from "../identity";
import { setPermissionAction } from "./actions";

interface EnableSwitchProps extends Identity {
  readonly enabled: boolean;
  /** How many accounts are in its scope. */
  readonly accounts: number;
  /** What the scenarios that are ticked are called. */
  readonly scenarios: readonly string[];
}

/** The switch moves only after its question is answered with yes. */
export function EnableSwitch({
  instanceId,
  applicationId,
  name,
  reason,
  enabled,
  accounts,
  scenarios,
}: EnableSwitchProps) {
  const [asking, setAsking] = useState(false);
  const verb = enabled ? "Disable" : "Enable";
  return (
    <>
      <Switch
        label="Enable"
        description={enabled ? "On" : "Off"}
        checked={enabled}
        onCheckedChange={() => setAsking(true)}
        disabledReason={reason}
      />
      <ConfirmDialog
        title={`${verb} the IDaaS API for ${name}?`}
        body={enabled ? offBody(name, accounts) : onBody(name, accounts, scenarios)}
        verb={verb}
        tone={enabled ? "danger" : "neutral"}
        action={() => setPermissionAction(instanceId, undefined, { applicationId, enabled: !enabled })}
        onDone={() => toast.success(`IDaaS API is ${enabled ? "off" : "on"}`)}
        open={asking}
        onOpenChange={setAsking}
      />
    </>
  );
}

function offBody(name: string, accounts: number): string {
  return `${name} will stop syncing ${counted(accounts, "account")}: each of its SCIM calls is refused with 403 application_api_disabled.`;
}

function onBody(name: string, accounts: number, scenarios: readonly string[]): string {
  if (scenarios.length === 0) {
    return `${name} may then call the SCIM API with its bearer tokens. No scenario is ticked yet, so tick what it may do and save.`;
  }
  return `${name} may then call the SCIM API with its bearer tokens, for ${counted(accounts, "account")} in its scope: ${scenarios.join(", ")}.`;
}
