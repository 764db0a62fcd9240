"use client";

import { toast } from "sonner";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { FieldUsage } from "@/lib/directory/extended-fields/field-usage";
import { counted } from "../../applications/application-words";
import { deleteFieldAction } from "../actions";

interface DeleteFieldProps {
  readonly instanceId: string;
  readonly usage: Pick<FieldUsage, "field" | "accounts" | "applications">;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** A field that holds values asks for its key: they go with it. */
export function DeleteField({ instanceId, usage, onClose, onDone }: DeleteFieldProps) {
  const { field, accounts, applications } = usage;
  const { id: fieldId, key, name } = field;
  return (
    <ConfirmDialog
      title={`Delete the field ${name}?`}
      body={bodyOf(
        accounts,
        applications.map((application) => application.name),
      )}
      verb="Delete"
      {...(accounts > 0 && { typedName: key })}
      open
      onOpenChange={(open) => !open && onClose()}
      action={() =>
        deleteFieldAction(instanceId, undefined, { fieldId, ...(accounts > 0 && { typedKey: key }) })
      }
      onDone={() => {
        toast.success(`${name} is deleted`);
        onDone();
      }}
    />
  );
}

function bodyOf(accounts: number, applications: readonly string[]): string {
  const values =
    accounts > 0
      ? `${counted(accounts, "account")} ${accounts === 1 ? "loses its" : "lose their"} value for good.`
      : "No account holds a value.";
  if (applications.length === 0) return values;
  return `${values} ${applications.join(", ")} can no longer write it: what they send for it is ignored.`;
}
