"use client";

import { useState, useTransition } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Checkbox } from "@/components/ui/checkbox";
import { Form } from "@/components/ui/form";
import { SCENARIO_NAMES, type Scenario, scenarioUrn } from "@/lib/directory/applications/application";
import type { ActionRefusal } from "@/lib/http/action-result";
import type { Identity } from "../identity";
import { setPermissionAction } from "./actions";

const EFFECT: Record<Scenario, string> = {
  "user:read": "Find and read the accounts in its scope.",
  "user:manage": "Create, change, disable and delete accounts in its scope. Includes reading.",
  "group:read": "Find and read the groups in its scope.",
  "group:manage": "Create, change and delete groups in its scope, and their members. Includes reading.",
};

interface PermissionFormProps extends Identity {
  /** Stands for the scenarios that the page was made from. */
  readonly seen: string;
  readonly all: readonly Scenario[];
  readonly ticked: readonly Scenario[];
}

/** The four scenarios, and all of them at once. */
export function PermissionForm({
  instanceId,
  applicationId,
  reason,
  all,
  ticked,
  ...props
}: PermissionFormProps) {
  const [chosen, setChosen] = useState<ReadonlySet<Scenario>>(new Set(ticked));
  // Not the page's newer one: what others saved since is not what this form shows.
  const [seen, setSeen] = useState(props.seen);
  const [refusal, setRefusal] = useState<ActionRefusal>();
  const [pending, start] = useTransition();

  function save() {
    start(async () => {
      const input = { applicationId, scenarios: [...chosen], seen };
      const result = await setPermissionAction(instanceId, undefined, input);
      if (!result.ok) return setRefusal(result);
      if (result.value) setSeen(result.value.seen);
      setRefusal(undefined);
      toast.success("Permissions saved");
    });
  }

  function tick(scenario: Scenario, wanted: boolean) {
    const next = new Set(chosen);
    if (wanted) next.add(scenario);
    else next.delete(scenario);
    setChosen(next);
  }

  return (
    <Form action={save} pending={pending} result={refusal}>
      {refusal && <Callout tone="bad">{refusal.message}</Callout>}
      <fieldset className="flex flex-col gap-1">
        <legend className="sr-only">Scenarios</legend>
        <Checkbox
          label="Select all"
          checked={chosen.size === all.length}
          indeterminate={chosen.size > 0 && chosen.size < all.length}
          onCheckedChange={(wanted) => setChosen(new Set(wanted ? all : []))}
          disabledReason={reason}
        />
        <ul className="flex flex-col gap-2 border-line border-t pt-2">
          {all.map((scenario) => (
            <li key={scenario}>
              <Checkbox
                label={SCENARIO_NAMES[scenario]}
                description={
                  <>
                    {EFFECT[scenario]} <span className="font-mono">{scenarioUrn(scenario)}</span>
                  </>
                }
                checked={chosen.has(scenario)}
                onCheckedChange={(wanted) => tick(scenario, wanted)}
                {...(reason !== undefined && { disabledReason: EFFECT[scenario] })}
              />
            </li>
          ))}
        </ul>
      </fieldset>
      <div>
        <Button type="submit" variant="primary" disabledReason={reason}>
          Save
        </Button>
      </div>
    </Form>
  );
}
