"use client";

import Link from "next/link";
import { type ReactNode, useState } from "react";
import { toast } from "sonner";
import type { Column } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { NameCell } from "@/components/data-table/name-cell";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { MemberRow } from "@/lib/directory/groups/admin/group-view";
import { accountsPath } from "../../accounts/account-path";
import { StatusBadge } from "../../accounts/status-badge";
import { counted } from "../../applications/application-words";
import { removeMembersAction } from "../actions";

interface MembersTableProps {
  readonly instanceId: string;
  readonly groupId: string;
  readonly name: string;
  readonly rows: readonly MemberRow[];
  readonly reason: string | undefined;
  readonly empty: ReactNode;
}

/** One page of the members; those that are ticked can be removed together. */
export function MembersTable({ instanceId, groupId, name, rows, reason, empty }: MembersTableProps) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [leaving, setLeaving] = useState<readonly MemberRow[]>([]);
  const chosen = rows.filter(({ id }) => selected.has(id));
  const who = leaving.length === 1 ? leaving[0]?.username : counted(leaving.length, "member");

  function toggle(id: string, on: boolean) {
    const next = new Set(selected);
    if (on) next.add(id);
    else next.delete(id);
    setSelected(next);
  }

  return (
    <div className="flex flex-col gap-2">
      {rows.length > 0 && (
        <div className="flex min-h-9 flex-wrap items-center gap-x-4 gap-y-2 pl-4">
          <Checkbox
            label={
              chosen.length === 0 ? "Select all on this page" : `${chosen.length} of ${rows.length} selected`
            }
            checked={chosen.length === rows.length}
            indeterminate={chosen.length > 0 && chosen.length < rows.length}
            onCheckedChange={(on) => setSelected(new Set(on ? rows.map(({ id }) => id) : []))}
          />
          {chosen.length > 0 && (
            <Button size="small" variant="danger" disabledReason={reason} onClick={() => setLeaving(chosen)}>
              Remove
            </Button>
          )}
        </div>
      )}
      <DataTable
        caption="Members"
        columns={memberColumns(instanceId, selected, toggle)}
        rows={rows}
        rowId={({ id }) => id}
        rowName={({ username }) => username}
        rowMenu={(row) => [
          {
            label: "Remove from the group",
            tone: "danger",
            disabledReason: reason,
            onSelect: () => setLeaving([row]),
          },
        ]}
        empty={empty}
      />
      <ConfirmDialog
        title={`Remove ${who} from ${name}?`}
        body="They stay in the directory and can be added again. An application that sees them through this group alone no longer does."
        verb="Remove"
        open={leaving.length > 0}
        onOpenChange={(open) => !open && setLeaving([])}
        action={() =>
          removeMembersAction(instanceId, undefined, { groupId, accountIds: leaving.map(({ id }) => id) })
        }
        onDone={() => {
          toast.success(`${who} removed from ${name}`);
          setSelected(new Set());
        }}
      />
    </div>
  );
}

function memberColumns(
  instanceId: string,
  selected: ReadonlySet<string>,
  onToggle: (id: string, on: boolean) => void,
): readonly Column<MemberRow>[] {
  return [
    {
      id: "username",
      header: "Username",
      cell: ({ id, username, email }) => (
        <span className="flex items-center gap-1">
          <span className="relative z-1">
            <Checkbox
              label={<span className="sr-only">Select {username}</span>}
              checked={selected.has(id)}
              onCheckedChange={(on) => onToggle(id, on)}
            />
          </span>
          <Link
            href={accountsPath(instanceId, id)}
            className="min-w-0 after:absolute after:inset-0 hover:underline"
          >
            <NameCell name={username} note={email === username ? undefined : email} />
          </Link>
        </span>
      ),
    },
    {
      id: "displayName",
      header: "Display name",
      lesser: true,
      cell: ({ displayName }) => displayName ?? "–",
    },
    { id: "status", header: "Status", cell: ({ status }) => <StatusBadge status={status} /> },
    {
      id: "organization",
      header: "Organization",
      lesser: true,
      cell: ({ organization }) => organization.name,
    },
  ];
}
