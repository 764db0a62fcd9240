"use client";

import type { Column } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Token, TokenStatus } from "@/lib/directory/tokens/token";
import type { Identity } from "../../identity";
import { TokenButtons } from "./token-buttons";
import type { TokenRefusals } from "./token-rules";

/** A token as the table shows it: everything but the token itself. */
export interface TokenRow extends Pick<Token, "id" | "enabled" | "createdAt" | "expiresAt" | "lastUsed"> {
  readonly label: string;
  readonly status: TokenStatus;
  readonly calls: number;
  /** Of the application's calls of the last 7 days, 0 to 1. */
  readonly share: number;
  readonly refusals: TokenRefusals;
}

/** At most two lines. */
export function TokenTable({ rows, ...identity }: Identity & { readonly rows: readonly TokenRow[] }) {
  const columns: readonly Column<TokenRow>[] = [
    ...COLUMNS,
    {
      id: "actions",
      header: "Actions",
      align: "end",
      cell: (row) => <TokenButtons {...identity} row={row} />,
    },
  ];
  return (
    <DataTable
      caption="Bearer tokens"
      columns={columns}
      rows={rows}
      rowId={({ id }) => id}
      empty={
        <EmptyState
          kind="none-yet"
          level={3}
          title="No bearer token yet"
          body="Without one, no call can say which application it comes from. Add one and give it to the client."
        />
      }
    />
  );
}

const COLUMNS: readonly Column<TokenRow>[] = [
  {
    id: "label",
    header: "Ends in",
    cell: (row) => (
      <>
        <span className="font-mono text-code">{row.label}</span>
        <Narrow {...row} />
      </>
    ),
  },
  { id: "status", header: "Status", cell: ({ status }) => <StatusBadge status={status} /> },
  {
    id: "created",
    header: "Created",
    lesser: true,
    cell: ({ createdAt }) => <RelativeTime date={createdAt} />,
  },
  {
    id: "expires",
    header: "Expires",
    lesser: true,
    cell: ({ expiresAt }) => <RelativeTime date={expiresAt} />,
  },
  { id: "lastUsed", header: "Last used", lesser: true, cell: (row) => <LastUse lastUsed={row.lastUsed} /> },
  {
    id: "share",
    header: "Calls, 7 days",
    align: "end",
    lesser: true,
    cell: ({ calls, share }) => (
      <>
        {Math.round(share * 100)}%
        <span className="block text-meta text-muted">{calls.toLocaleString("en")}</span>
      </>
    ),
  },
];

/** What the columns that go where it is narrow would say. */
function Narrow({ expiresAt, lastUsed }: Pick<TokenRow, "expiresAt" | "lastUsed">) {
  return (
    <span className="block text-meta text-muted @[40rem]:hidden">
      Expires <RelativeTime date={expiresAt} />, {lastUsed ? "used " : "never used"}
      {lastUsed && <RelativeTime date={lastUsed.at} />}
    </span>
  );
}

function StatusBadge({ status }: { readonly status: TokenStatus }) {
  switch (status) {
    case "enabled":
      return <Badge tone="good">Enabled</Badge>;
    case "disabled":
      return <Badge tone="neutral">Disabled</Badge>;
    case "expired":
      return <Badge tone="bad">Expired</Badge>;
  }
}

function LastUse({ lastUsed }: Pick<TokenRow, "lastUsed">) {
  if (!lastUsed) return <span className="text-muted">Never</span>;
  return (
    <>
      <RelativeTime date={lastUsed.at} />
      <span className="block text-meta text-muted">
        {[lastUsed.address, lastUsed.userAgent].filter(Boolean).join(" · ")}
      </span>
    </>
  );
}
