"use client";

import { ChevronDown, Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Menu } from "@/components/ui/menu";
import type { OrganizationView } from "@/lib/directory/organizations/pages/read-organization";
import { deleteOrganizationAction } from "./actions";
import { MoveOrganization } from "./move-organization";
import { OrganizationDialog } from "./organization-dialog";
import { deleteReason, moveReason } from "./organization-rules";
import { organizationsPath } from "./organizations-path";

interface OrganizationActionsProps {
  readonly instanceId: string;
  readonly view: OrganizationView;
  readonly reason: string | undefined;
}

type Open = "create" | "edit" | "move" | "delete";

/** What can be done to the selected organization; what cannot says why. */
export function OrganizationActions({ instanceId, view, reason }: OrganizationActionsProps) {
  const router = useRouter();
  const [open, setOpen] = useState<Open>();
  const { organization } = view;
  const { id, name, parentId } = organization;
  const close = () => setOpen(undefined);
  return (
    <>
      <Menu
        align="end"
        items={[
          { label: "Edit", disabledReason: reason, onSelect: () => setOpen("edit") },
          { label: "Move", disabledReason: reason ?? moveReason(view), onSelect: () => setOpen("move") },
          "separator",
          {
            label: "Delete",
            tone: "danger",
            disabledReason: reason ?? deleteReason(view),
            onSelect: () => setOpen("delete"),
          },
        ]}
        trigger={
          <Button>
            More <ChevronDown aria-hidden className="size-4" />
          </Button>
        }
      />
      <Button
        variant="primary"
        icon={<Plus aria-hidden className="size-4" />}
        disabledReason={reason}
        onClick={() => setOpen("create")}
      >
        Create organization
      </Button>
      {open === "create" && (
        <OrganizationDialog instanceId={instanceId} parent={organization} onClose={close} />
      )}
      {open === "edit" && (
        <OrganizationDialog
          instanceId={instanceId}
          edited={{ ...organization, seen: view.seen }}
          onClose={close}
        />
      )}
      {open === "move" && (
        <MoveOrganization instanceId={instanceId} organization={organization} onClose={close} />
      )}
      <ConfirmDialog
        title={`Delete the organization ${name}?`}
        body="It is empty. Applications that have it in their provisioning scope lose it from there."
        verb="Delete"
        open={open === "delete"}
        onOpenChange={(next) => !next && close()}
        action={() => deleteOrganizationAction(instanceId, undefined, { organizationId: id })}
        onDone={() => {
          toast.success(`${name} is deleted`);
          router.push(organizationsPath(instanceId, parentId));
        }}
      />
    </>
  );
}
