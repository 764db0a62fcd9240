"use client";

import { useActionState, useEffect } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { DialogFooter } from "@/components/ui/dialog-frame";
import { Form } from "@/components/ui/form";
import { RadioGroup } from "@/components/ui/radio-group";
import type { Administrator } from "@/lib/directory/administrators/administrator";
import { setRoleAction } from "../actions";
import { ROLE_OPTIONS } from "./role-options";

interface RoleDialogProps {
  readonly instanceId: string;
  readonly administrator: Administrator;
  readonly onClose: () => void;
}

export function RoleDialog({ instanceId, administrator, onClose }: RoleDialogProps) {
  const { id, email, role } = administrator;
  const [result, action, pending] = useActionState(setRoleAction.bind(null, instanceId), undefined);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the answer is told once, whatever `onClose` is by then.
  useEffect(() => {
    if (!result?.ok) return;
    toast.success(`Role of ${email} changed`);
    onClose();
  }, [result]);

  return (
    <Dialog
      title={`Change the role of ${email}`}
      description="It counts from the next page that they open."
      open
      onOpenChange={onClose}
    >
      <Form action={action} pending={pending} result={result}>
        {result && !result.ok && <Callout tone="bad">{result.message}</Callout>}
        <input type="hidden" name="administratorId" value={id} />
        <RadioGroup legend="Role" name="role" options={ROLE_OPTIONS} defaultValue={role} />
        <DialogFooter>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary">
            Change role
          </Button>
        </DialogFooter>
      </Form>
    </Dialog>
  );
}
