"use client";

import { useState } from "react";
import { toast } from "sonner";
import type { Column } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { NameCell } from "@/components/data-table/name-cell";
import { Badge } from "@/components/ui/badge";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { MenuItem } from "@/components/ui/menu";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Administrator } from "@/lib/directory/administrators/administrator";
import { ROLE_NAMES } from "../../../role-names";
import { removeAdministratorAction } from "../actions";
import { ownerReason } from "./owner-reason";
import { RoleDialog } from "./role-dialog";

interface AdministratorsTableProps {
  readonly instanceId: string;
  readonly rows: readonly Administrator[];
  /** Who looks at it. */
  readonly selfId: string;
  /** Why nothing can be changed here; undefined for owners. */
  readonly reason: string | undefined;
}

export function AdministratorsTable({ instanceId, rows, selfId, reason }: AdministratorsTableProps) {
  const [changing, setChanging] = useState<Administrator>();
  const [removing, setRemoving] = useState<Administrator>();

  function menu(row: Administrator): readonly MenuItem[] {
    const disabledReason = reason ?? ownerReason(rows, row);
    return [
      { label: "Change role", disabledReason, onSelect: () => setChanging(row) },
      "separator",
      { label: "Remove", tone: "danger", disabledReason, onSelect: () => setRemoving(row) },
    ];
  }

  return (
    <>
      <DataTable
        caption="Administrators of this instance"
        columns={columnsFor(selfId)}
        rows={rows}
        rowId={({ id }) => id}
        rowName={({ email }) => email}
        rowMenu={menu}
        empty={null}
      />
      {changing && (
        <RoleDialog instanceId={instanceId} administrator={changing} onClose={() => setChanging(undefined)} />
      )}
      {removing && (
        <ConfirmDialog
          title={`Remove ${removing.email}?`}
          body={removalText(removing, selfId)}
          verb="Remove"
          action={() => removeAdministratorAction(instanceId, undefined, { administratorId: removing.id })}
          onDone={() => toast.success(`${removing.email} is removed`)}
          open
          onOpenChange={() => setRemoving(undefined)}
        />
      )}
    </>
  );
}

function removalText({ id, email }: Administrator, selfId: string): string {
  if (id === selfId) return "You lose this instance at once. Another owner can add you again.";
  return `${email} loses this instance at once. Roles in other instances stay, and you can add them again.`;
}

function columnsFor(selfId: string): readonly Column<Administrator>[] {
  return [
    {
      id: "email",
      header: "Email",
      cell: ({ id, email }) => <NameCell name={email} note={id === selfId ? "You" : undefined} />,
    },
    { id: "role", header: "Role", cell: ({ role }) => ROLE_NAMES[role] },
    {
      id: "status",
      header: "Second factor",
      lesser: true,
      cell: ({ hasSecondFactor, disabled }) => (
        <span className="flex flex-wrap gap-1">
          {hasSecondFactor ? <Badge tone="good">On</Badge> : <Badge tone="neutral">Off</Badge>}
          {disabled && <Badge tone="bad">Disabled</Badge>}
        </span>
      ),
    },
    {
      id: "signedIn",
      header: "Last signed in",
      lesser: true,
      cell: ({ lastSignedInAt }) => (lastSignedInAt ? <RelativeTime date={lastSignedInAt} /> : "Never"),
    },
    { id: "since", header: "Since", cell: ({ since }) => <RelativeTime date={since} />, lesser: true },
  ];
}
