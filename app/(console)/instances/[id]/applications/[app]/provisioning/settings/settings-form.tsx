"use client";

import { useState, useTransition } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Form } from "@/components/ui/form";
import type { DuplicateCreate, SyncSettings } from "@/lib/directory/applications/application";
import type { ActionRefusal } from "@/lib/http/action-result";
import { customNamespaceProblem } from "@/lib/scim/urn";
import type { Identity } from "../../identity";
import { saveSettingsAction } from "./actions";
import { AdvancedSettings } from "./advanced-settings";
import type { FieldLine } from "./sync-fields";

interface SettingsFormProps extends Identity {
  /** Stands for the settings that the page was made from. */
  readonly seen: string;
  readonly settings: SyncSettings;
  readonly fields: readonly FieldLine[];
}

/** *Show advanced settings*, and *Save*. */
export function SettingsForm({
  instanceId,
  applicationId,
  reason,
  settings,
  fields,
  ...props
}: SettingsFormProps) {
  // Not the page's newer one: what others saved since is not what this form shows.
  const [seen, setSeen] = useState(props.seen);
  const [namespace, setNamespace] = useState(settings.namespace);
  const [synced, setSynced] = useState<ReadonlySet<string>>(new Set(settings.fields));
  const [duplicateCreate, setDuplicateCreate] = useState<DuplicateCreate>(settings.duplicateCreate);
  const [open, setOpen] = useState(false);
  const [refusal, setRefusal] = useState<ActionRefusal>();
  const [pending, start] = useTransition();
  const namespaceWrong = refusal?.field === "namespace" ? refusal.message : undefined;

  function save() {
    const problem = customNamespaceProblem(namespace);
    if (problem !== undefined) return refuse(namespaceRefusal(problem));
    start(async () => {
      const input = { applicationId, seen, namespace, fields: [...synced], duplicateCreate };
      const result = await saveSettingsAction(instanceId, undefined, input);
      if (!result.ok) return refuse(result);
      if (result.value) setSeen(result.value.seen);
      setRefusal(undefined);
      toast.success("Synchronization settings saved");
    });
  }

  function refuse(answer: ActionRefusal) {
    if (answer.field !== undefined) setOpen(true);
    setRefusal(answer);
  }

  function changeNamespace(urn: string) {
    setNamespace(urn);
    if (namespaceWrong === undefined) return;
    const problem = customNamespaceProblem(urn);
    setRefusal(problem === undefined ? undefined : namespaceRefusal(problem));
  }

  return (
    <Form action={save} pending={pending} result={refusal}>
      <AdvancedSettings
        open={open}
        onOpenChange={setOpen}
        reason={reason}
        namespace={namespace}
        onNamespace={changeNamespace}
        namespaceError={namespaceWrong}
        fields={fields}
        synced={synced}
        onSynced={setSynced}
        duplicateCreate={duplicateCreate}
        onDuplicateCreate={setDuplicateCreate}
      />
      {refusal && namespaceWrong === undefined && <Callout tone="bad">{refusal.message}</Callout>}
      <div>
        <Button type="submit" variant="primary" disabledReason={reason}>
          Save
        </Button>
      </div>
    </Form>
  );
}

/** What the server would answer, said without asking it. */
function namespaceRefusal(message: string): ActionRefusal {
  return { ok: false, problem: "invalid_value", message, field: "namespace" };
}
