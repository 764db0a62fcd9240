"use client";

import { useState, useTransition } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { DialogClose, DialogFooter } from "@/components/ui/dialog-frame";
import { Form } from "@/components/ui/form";
import type { GroupChoice, ScopeDraft } from "@/lib/directory/applications/scope/choices/choice";
import type { ActionRefusal } from "@/lib/http/action-result";
import { saveScopeAction } from "./actions";
import { GroupPicker } from "./group-picker";
import { InsideCount } from "./inside-count";
import { OrganizationPicker } from "./organization-picker";
import { covers, type Selection } from "./selection";

interface ScopeFormProps {
  readonly instanceId: string;
  readonly applicationId: string;
  readonly name: string;
  readonly draft: ScopeDraft;
  readonly onSaved: () => void;
}

/** The organizations and groups to choose from, who would be inside, and Save. */
export function ScopeForm({ instanceId, applicationId, name, draft, onSaved }: ScopeFormProps) {
  const [organizations, setOrganizations] = useState<Selection>(
    () => new Map(draft.scope.organizations.map((choice) => [choice.id, choice])),
  );
  const [groups, setGroups] = useState<ReadonlyMap<string, GroupChoice>>(
    () => new Map(draft.scope.groups.map((choice) => [choice.id, choice])),
  );
  const [refusal, setRefusal] = useState<ActionRefusal>();
  const [pending, start] = useTransition();
  const stranded =
    draft.target !== undefined && !covers(organizations, draft.target) ? draft.target.name : undefined;
  const chosen = { organizations: [...organizations.keys()], groups: [...groups.keys()] };

  function save() {
    start(async () => {
      const result = await saveScopeAction(instanceId, undefined, {
        applicationId,
        ...chosen,
        seen: draft.seen,
      });
      if (!result.ok) return setRefusal(result);
      toast.success("Provisioning scope saved");
      onSaved();
    });
  }

  return (
    // The panel is as high as the window: the buttons stand at its foot.
    <div className="flex grow flex-col *:grow [&_footer]:mt-auto">
      <Form action={save} pending={pending} result={refusal}>
        {refusal && <Callout tone="bad">{refusal.message}</Callout>}
        <OrganizationPicker
          instanceId={instanceId}
          nodes={draft.nodes}
          selection={organizations}
          onChange={setOrganizations}
        />
        <GroupPicker instanceId={instanceId} known={draft.groups} selection={groups} onChange={setGroups} />
        {stranded !== undefined && (
          <Callout tone="warn" title={`The target organization ${stranded} would fall out of the scope`}>
            Keep it, or one above it, ticked. To narrow the scope further, choose another target organization
            first.
          </Callout>
        )}
        <DialogFooter>
          <div className="mr-auto flex min-w-0 grow items-center">
            <InsideCount instanceId={instanceId} name={name} {...chosen} />
          </div>
          <DialogClose>
            <Button>Cancel</Button>
          </DialogClose>
          <Button
            type="submit"
            variant="primary"
            disabledReason={
              stranded === undefined
                ? undefined
                : `The target organization ${stranded} would fall out of the scope. Keep it, or one above it, ticked.`
            }
          >
            Save
          </Button>
        </DialogFooter>
      </Form>
    </div>
  );
}
