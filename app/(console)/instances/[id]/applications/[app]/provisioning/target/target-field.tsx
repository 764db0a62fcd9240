"use client";

import { Combobox } from "@base-ui/react/combobox";
import { Check, ChevronDown } from "lucide-react";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import { CONTROL } from "@/components/ui/control-style";
import { Field } from "@/components/ui/field";
import { POPUP, POPUP_ITEM } from "@/components/ui/popup-style";
import type { OrganizationChoice } from "@/lib/directory/applications/scope/choices/choice";
import type { Identity } from "../../identity";
import { searchTargetsAction, setTargetAction } from "./actions";

interface TargetFieldProps extends Omit<Identity, "name" | "reason"> {
  readonly target: OrganizationChoice | undefined;
  /** Stands for the target that the page was made from. */
  readonly seen: string;
  readonly disabledReason: string | undefined;
}

/**
 * Target organization: one of those in the provisioning scope, found by name. It is saved when it is
 * chosen: the way of the set-up leads through another page before it comes to Save.
 */
export function TargetField({ instanceId, applicationId, disabledReason, ...props }: TargetFieldProps) {
  const [target, setTarget] = useState(props.target);
  const [seen, setSeen] = useState(props.seen);
  const [found, setFound] = useState<readonly OrganizationChoice[]>(target ? [target] : []);
  const [problem, setProblem] = useState<string>();
  const [refusal, setRefusal] = useState<string>();
  const [searching, start] = useTransition();
  const [saving, startSaving] = useTransition();
  const disabled = disabledReason !== undefined;

  function search(text: string) {
    start(async () => {
      const result = await searchTargetsAction(instanceId, undefined, { applicationId, text });
      setProblem(result.ok ? undefined : result.message);
      if (result.ok) setFound(result.value ?? []);
    });
  }

  function choose(chosen: OrganizationChoice) {
    const before = target;
    setTarget(chosen);
    startSaving(async () => {
      const input = { applicationId, organizationId: chosen.id, seen };
      const result = await setTargetAction(instanceId, undefined, input);
      setRefusal(result.ok ? undefined : result.message);
      if (!result.ok) return setTarget(before);
      if (result.value) setSeen(result.value.seen);
      toast.success(`${chosen.name} is the target organization`);
    });
  }

  return (
    <Field
      label="Target organization"
      hint={
        disabledReason ??
        "Only organizations in the provisioning scope can be chosen. It is saved when you choose it."
      }
      error={refusal}
    >
      {(control) => (
        <Combobox.Root<OrganizationChoice>
          items={[...found]}
          filter={null}
          value={target ?? null}
          itemToStringLabel={({ name }) => name}
          isItemEqualToValue={(one, other) => one.id === other.id}
          onValueChange={(chosen) => chosen && choose(chosen)}
          onInputValueChange={(text, { reason }) => reason === "input-change" && search(text)}
          onOpenChange={(open) => open && search("")}
          disabled={disabled}
          readOnly={saving}
        >
          <Combobox.InputGroup className="relative">
            <Combobox.Input
              {...control}
              placeholder="Choose an organization"
              className={`${CONTROL} h-9 pr-10`}
            />
            <Combobox.Trigger
              aria-label="Show the organizations in scope"
              className="absolute top-0.5 right-0.5 flex size-8 items-center justify-center rounded-md text-muted"
            >
              <ChevronDown aria-hidden className="size-4" />
            </Combobox.Trigger>
          </Combobox.InputGroup>
          <Combobox.Portal>
            <Combobox.Positioner sideOffset={4} className="z-50 outline-hidden">
              <Combobox.Popup
                aria-busy={searching || undefined}
                className={`${POPUP} max-h-80 w-(--anchor-width)`}
              >
                <Combobox.Status className="px-2 text-muted text-table">{problem}</Combobox.Status>
                <Combobox.Empty className="text-muted text-table *:px-2 *:py-1.5">
                  {!searching && <p>No organization in the scope has that in its name.</p>}
                </Combobox.Empty>
                <Combobox.List>
                  {(choice: OrganizationChoice) => (
                    <Combobox.Item key={choice.id} value={choice} className={POPUP_ITEM}>
                      <span className="min-w-0 grow">
                        <span className="block">{choice.name}</span>
                        <span className="block text-meta text-muted">
                          {choice.above.map(({ name }) => name).join(" / ") || "The root of the tree"}
                        </span>
                      </span>
                      <Combobox.ItemIndicator className="shrink-0 text-accent">
                        <Check aria-hidden className="size-4" />
                      </Combobox.ItemIndicator>
                    </Combobox.Item>
                  )}
                </Combobox.List>
              </Combobox.Popup>
            </Combobox.Positioner>
          </Combobox.Portal>
        </Combobox.Root>
      )}
    </Field>
  );
}
