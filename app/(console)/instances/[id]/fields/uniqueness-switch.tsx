"use client";

import { useState, useTransition } from "react";
import { toast } from "sonner";
import { Callout } from "@/components/ui/callout";
import { Switch } from "@/components/ui/switch";
import { setUniquenessAction } from "./actions";

interface UniquenessSwitchProps {
  readonly instanceId: string;
  readonly field: "uniqueEmail" | "uniquePhone";
  readonly label: string;
  readonly unique: boolean;
  readonly reason: string | undefined;
}

/** Lifts or restores uniqueness at once. Restoring it over doubled values is refused, and says how many. */
export function UniquenessSwitch({ instanceId, field, label, unique, reason }: UniquenessSwitchProps) {
  const [wanted, setWanted] = useState<boolean>();
  const [problem, setProblem] = useState<string>();
  const [pending, start] = useTransition();

  function change(next: boolean) {
    if (pending) return;
    setWanted(next);
    setProblem(undefined);
    start(async () => {
      const result = await setUniquenessAction(instanceId, undefined, { [field]: next });
      setWanted(undefined);
      if (!result.ok) setProblem(result.message);
      else toast.success(next ? "Uniqueness restored" : "Uniqueness lifted");
    });
  }

  return (
    <div className="flex flex-col gap-2">
      <Switch
        label={label}
        description={
          unique
            ? "A second account with the same one is refused, also over SCIM with 409 uniqueness."
            : "Several accounts may share one."
        }
        checked={wanted ?? unique}
        onCheckedChange={change}
        disabledReason={reason}
      />
      {problem !== undefined && <Callout tone="bad">{problem}</Callout>}
    </div>
  );
}
