import Link from "next/link";
import type { Column } from "@/components/data-table/column";
import { NameCell } from "@/components/data-table/name-cell";
import { Checkbox } from "@/components/ui/checkbox";
import { RelativeTime } from "@/components/ui/relative-time";
import type { AccountRow } from "@/lib/directory/accounts/admin/account-view";
import { accountsPath } from "./account-path";
import { SOURCE_NAMES } from "./account-words";
import { StatusBadge } from "./status-badge";

/** The columns of a list of accounts whose rows can be ticked. */
export function accountColumns(
  instanceId: string,
  selected: ReadonlySet<string>,
  onToggle: (id: string, on: boolean) => void,
): readonly Column<AccountRow>[] {
  return [
    {
      id: "username",
      header: "Username",
      sortable: true,
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
      sortable: true,
      lesser: true,
      cell: ({ displayName }) => displayName ?? <span className="text-muted">–</span>,
    },
    { id: "status", header: "Status", cell: ({ status }) => <StatusBadge status={status} /> },
    {
      id: "organization",
      header: "Organization",
      lesser: true,
      cell: ({ organization }) => organization.name,
    },
    {
      id: "source",
      header: "Source",
      lesser: true,
      cell: ({ source, sourceApplication }) => sourceApplication?.name ?? SOURCE_NAMES[source],
    },
    {
      id: "created",
      header: "Created",
      sortable: true,
      lesser: true,
      cell: ({ createdAt }) => <RelativeTime date={createdAt} />,
    },
  ];
}
