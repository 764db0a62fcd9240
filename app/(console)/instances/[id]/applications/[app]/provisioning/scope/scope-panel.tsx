"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Sheet } from "@/components/ui/sheet";
import { Skeleton } from "@/components/ui/skeleton";
import type { ScopeDraft } from "@/lib/directory/applications/scope/choices/choice";
import type { Identity } from "../../identity";
import { readScopeDraftAction } from "./actions";
import { ScopeForm } from "./scope-form";

type Loaded = { readonly draft: ScopeDraft } | { readonly problem: string };

/** *Configure synchronization scope*: reads the scope when it opens, so that one starts from what is saved now. */
export function ScopePanel({ instanceId, applicationId, name, reason }: Identity) {
  const [open, setOpen] = useState(false);
  const [loaded, setLoaded] = useState<Loaded>();

  async function load() {
    setLoaded(undefined);
    const result = await readScopeDraftAction(instanceId, undefined, { applicationId });
    if (!result.ok) setLoaded({ problem: result.message });
    else if (result.value) setLoaded({ draft: result.value });
  }

  function change(next: boolean) {
    setOpen(next);
    if (next) void load();
  }

  return (
    <Sheet
      title="Configure synchronization scope"
      description={`Tick what ${name} may see and touch. An organization brings all below it.`}
      open={open}
      onOpenChange={change}
      trigger={<Button disabledReason={reason}>Configure synchronization scope</Button>}
    >
      {loaded === undefined && <Skeleton size="h-96 w-full" />}
      {loaded && "problem" in loaded && (
        <Callout tone="bad" action={<Button onClick={load}>Retry</Button>}>
          {loaded.problem}
        </Callout>
      )}
      {loaded && "draft" in loaded && (
        <ScopeForm
          instanceId={instanceId}
          applicationId={applicationId}
          name={name}
          draft={loaded.draft}
          onSaved={() => setOpen(false)}
        />
      )}
    </Sheet>
  );
}
