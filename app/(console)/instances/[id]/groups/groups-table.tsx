"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import type { Column } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { NameCell } from "@/components/data-table/name-cell";
import { RelativeTime } from "@/components/ui/relative-time";
import type { GroupRow } from "@/lib/directory/groups/admin/group-view";
import { DeleteGroup } from "./delete-group";
import { RenameGroup } from "./group-dialog";
import { groupsPath } from "./groups-path";

interface GroupsTableProps {
  readonly instanceId: string;
  readonly rows: readonly GroupRow[];
  readonly reason: string | undefined;
  readonly empty: ReactNode;
}

type Task = { readonly kind: "rename" | "delete"; readonly groupId: string };

const COLUMNS: readonly Column<GroupRow>[] = [
  { id: "name", header: "Name", sortable: true, cell: ({ displayName }) => <NameCell name={displayName} /> },
  { id: "members", header: "Members", align: "end", cell: ({ members }) => members.toLocaleString("en") },
  {
    id: "source",
    header: "Source",
    lesser: true,
    cell: ({ sourceApplication }) => sourceApplication?.name ?? "Console",
  },
  {
    id: "created",
    header: "Created",
    sortable: true,
    lesser: true,
    cell: ({ createdAt }) => <RelativeTime date={createdAt} />,
  },
  {
    id: "updated",
    header: "Last change",
    sortable: true,
    lesser: true,
    cell: ({ updatedAt }) => <RelativeTime date={updatedAt} />,
  },
];

export function GroupsTable({ instanceId, rows, reason, empty }: GroupsTableProps) {
  const router = useRouter();
  const [task, setTask] = useState<Task>();
  const group = rows.find(({ id }) => id === task?.groupId);
  const close = () => setTask(undefined);
  return (
    <>
      <DataTable
        caption="Groups"
        columns={COLUMNS}
        rows={rows}
        rowId={({ id }) => id}
        rowName={({ displayName }) => displayName}
        rowHref={({ id }) => groupsPath(instanceId, id)}
        rowMenu={({ id }) => [
          {
            label: "Rename",
            disabledReason: reason,
            onSelect: () => setTask({ kind: "rename", groupId: id }),
          },
          "separator",
          {
            label: "Delete",
            tone: "danger",
            disabledReason: reason,
            onSelect: () => setTask({ kind: "delete", groupId: id }),
          },
        ]}
        defaultSort="name"
        empty={empty}
      />
      {group && task?.kind === "rename" && (
        <RenameGroup instanceId={instanceId} group={group} onClose={close} />
      )}
      {group && task?.kind === "delete" && (
        <DeleteGroup instanceId={instanceId} group={group} onClose={close} onDone={() => router.refresh()} />
      )}
    </>
  );
}
