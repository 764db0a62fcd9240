import Link from "next/link";
import { Section } from "@/components/ui/section";
import type { AccountView } from "@/lib/directory/accounts/admin/account-view";
import { groupsPath } from "../../groups/groups-path";

interface AccountGroupsProps {
  readonly instanceId: string;
  readonly groups: AccountView["groups"];
}

const MOST_SHOWN = 100;

/** The groups that an account is a member of, by name. */
export function AccountGroups({ instanceId, groups }: AccountGroupsProps) {
  const shown = groups.slice(0, MOST_SHOWN);
  const more = groups.length - shown.length;
  return (
    <Section title="Groups">
      {groups.length === 0 ? (
        <p className="text-muted">It is a member of no group.</p>
      ) : (
        <ul className="flex flex-wrap gap-2">
          {shown.map(({ id, displayName }) => (
            <li key={id}>
              <Link
                href={groupsPath(instanceId, id)}
                className="wrap-anywhere inline-flex min-h-8 items-center rounded-md border border-line bg-surface px-2.5 text-table hover:bg-sunken"
              >
                {displayName}
              </Link>
            </li>
          ))}
          {more > 0 && <li className="self-center text-muted">and {more.toLocaleString("en")} more</li>}
        </ul>
      )}
    </Section>
  );
}
