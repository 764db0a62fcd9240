"use client";

import { ChevronRight } from "lucide-react";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/radio-group";
import type { DuplicateCreate } from "@/lib/directory/applications/application";
import { NamespaceField } from "./namespace-field";
import { type FieldLine, SyncFields } from "./sync-fields";

interface AdvancedSettingsProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly reason: string | undefined;
  readonly namespace: string;
  readonly onNamespace: (urn: string) => void;
  readonly namespaceError: string | undefined;
  readonly fields: readonly FieldLine[];
  readonly synced: ReadonlySet<string>;
  readonly onSynced: (keys: ReadonlySet<string>) => void;
  readonly duplicateCreate: DuplicateCreate;
  readonly onDuplicateCreate: (way: DuplicateCreate) => void;
}

const DUPLICATE_CREATE = [
  {
    value: "update",
    label: "Update",
    description: "It is updated with what was sent. A client may repeat itself.",
  },
  {
    value: "reject",
    label: "Reject",
    description: "The call is refused with 409 uniqueness, as RFC 7644 has it.",
  },
] as const;

/** What most applications leave as it is, folded away. */
export function AdvancedSettings(props: AdvancedSettingsProps) {
  const { open, onOpenChange, reason } = props;
  const id = useId();
  return (
    <>
      <div className="-ml-3.5">
        <Button
          variant="quiet"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => onOpenChange(!open)}
          icon={
            <ChevronRight aria-hidden className={`size-4 transition-transform ${open ? "rotate-90" : ""}`} />
          }
        >
          {open ? "Hide advanced settings" : "Show advanced settings"}
        </Button>
      </div>
      <div id={id} hidden={!open} className="flex max-w-form flex-col gap-6">
        <NamespaceField
          value={props.namespace}
          onChange={props.onNamespace}
          error={props.namespaceError}
          readOnly={reason !== undefined}
        />
        <SyncFields
          namespace={props.namespace}
          fields={props.fields}
          synced={props.synced}
          onChange={props.onSynced}
          readOnly={reason !== undefined}
        />
        <RadioGroup
          legend="Attribute set"
          value="basic"
          options={[
            {
              value: "basic",
              label: "Basic fields",
              description:
                "One email and one phone number, both of type work. Other standard attributes are accepted and ignored; the request log says which.",
            },
            {
              value: "full",
              label: "Full SCIM profile",
              disabledReason:
                "Not available in this version: storing every attribute of RFC 7643 comes later.",
            },
          ]}
        />
        <RadioGroup<DuplicateCreate>
          legend="Duplicate create"
          hint="What happens when the client creates an account or group that is there already."
          value={props.duplicateCreate}
          onValueChange={props.onDuplicateCreate}
          options={DUPLICATE_CREATE.map((option) =>
            reason === undefined ? option : { ...option, disabledReason: option.description },
          )}
        />
      </div>
    </>
  );
}
