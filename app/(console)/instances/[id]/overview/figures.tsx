import Link from "next/link";
import type { Overview } from "@/lib/directory/overview/read-overview";

interface FiguresProps {
  readonly instanceId: string;
  readonly overview: Overview;
}

/** How much there is of each thing; each figure leads to its list. */
export function Figures({ instanceId, overview }: FiguresProps) {
  const { accounts, disabledAccounts, groups, organizations, applications } = overview;
  const base = `/instances/${instanceId}`;
  const figures = [
    {
      label: "Accounts",
      value: accounts,
      href: `${base}/accounts`,
      note: disabledAccounts > 0 ? `${disabledAccounts.toLocaleString("en")} disabled` : undefined,
    },
    { label: "Groups", value: groups, href: `${base}/groups`, note: undefined },
    { label: "Organizations", value: organizations, href: `${base}/organizations`, note: undefined },
    { label: "Applications", value: applications, href: `${base}/applications`, note: undefined },
  ];
  return (
    <ul className="grid grid-cols-2 gap-4 lg:grid-cols-4">
      {figures.map(({ label, value, href, note }) => (
        <li key={label}>
          <Link
            href={href}
            className="flex h-full flex-col gap-1 rounded-lg border border-line bg-surface px-4 py-3 hover:bg-sunken"
          >
            <span className="text-muted">{label}</span>
            <span className="font-semibold text-title tabular-nums">{value.toLocaleString("en")}</span>
            {note !== undefined && <span className="text-meta text-muted">{note}</span>}
          </Link>
        </li>
      ))}
    </ul>
  );
}
