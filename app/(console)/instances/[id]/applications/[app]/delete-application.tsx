"use client";

import { useRouter } from "next/navigation";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { counted } from "../application-words";
import { deleteApplicationAction } from "./actions";
import type { Identity } from "./identity";

interface DeleteApplicationProps extends Identity {
  /** How many accounts are in its scope. */
  readonly accounts: number;
}

/** The only step of an application that cannot be undone: its name is typed. */
export function DeleteApplication({
  instanceId,
  applicationId,
  name,
  reason,
  accounts,
}: DeleteApplicationProps) {
  const router = useRouter();
  return (
    <div>
      <ConfirmDialog
        title={`Delete the application ${name}?`}
        body={`${name} will stop syncing ${counted(accounts, "account")}. The accounts stay in the directory; the application's tokens, scope, settings and external ids are gone for good.`}
        verb="Delete"
        typedName={name}
        action={() => deleteApplicationAction(instanceId, undefined, { applicationId, typedName: name })}
        onDone={() => {
          toast.success(`${name} is deleted`);
          router.push(`/instances/${instanceId}/applications`);
        }}
        trigger={
          <Button variant="danger" disabledReason={reason}>
            Delete application
          </Button>
        }
      />
    </div>
  );
}
