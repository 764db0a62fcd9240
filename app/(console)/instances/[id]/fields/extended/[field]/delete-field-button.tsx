"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { FieldUsage } from "@/lib/directory/extended-fields/field-usage";
import { fieldsPath } from "../../fields-path";
import { DeleteField } from "../delete-field";

interface DeleteFieldButtonProps {
  readonly instanceId: string;
  readonly usage: Pick<FieldUsage, "field" | "accounts" | "applications">;
  readonly reason: string | undefined;
}

export function DeleteFieldButton({ instanceId, usage, reason }: DeleteFieldButtonProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="danger" disabledReason={reason} onClick={() => setOpen(true)}>
        Delete
      </Button>
      {open && (
        <DeleteField
          instanceId={instanceId}
          usage={usage}
          onClose={() => setOpen(false)}
          onDone={() => router.push(fieldsPath(instanceId, "/extended"))}
        />
      )}
    </>
  );
}
