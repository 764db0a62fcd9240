import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { DescriptionList } from "@/components/ui/description-list";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { Sheet } from "@/components/ui/sheet";
import type { IdentifiedAuditEntry } from "@/lib/directory/logs/audit/list/page-audit";
import { differences } from "./difference";
import { DifferenceTable } from "./difference-table";
import { actionText, actorKindText } from "./words";

interface AuditSheetProps {
  readonly instanceId: string;
  /** undefined: the address is mistyped. */
  readonly entry: IdentifiedAuditEntry | undefined;
  readonly closeHref: string;
}

/** One change: who, from where, what, before and after. */
export function AuditSheet({ instanceId, entry, closeHref }: AuditSheetProps) {
  if (!entry) {
    return (
      <Sheet title="Change" closeHref={closeHref}>
        <EmptyState kind="no-match" title="There is no such change in the audit log" />
      </Sheet>
    );
  }
  const { action, actor, target, time, before, after } = entry;
  return (
    <Sheet title={actionText(action)} description={<RelativeTime date={time} />} closeHref={closeHref}>
      <DescriptionList
        items={[
          { term: "By", value: actor.name },
          { term: "As", value: <Badge tone="neutral">{actorKindText(actor.kind)}</Badge> },
          { term: "From", value: actor.address, mono: true },
          { term: "Changed", value: <Target instanceId={instanceId} entry={entry} /> },
          { term: "Id", value: target.id, mono: true },
          { term: "Action", value: action, mono: true },
        ]}
      />
      <section className="flex min-w-0 flex-col gap-2">
        <h3 className="font-medium">Before and after</h3>
        <DifferenceTable rows={differences(before, after)} />
        <p className="text-meta text-muted">
          Secrets are never kept here: a password is “true” when one was set.
        </p>
      </section>
    </Sheet>
  );
}

const PAGES: Readonly<Record<string, string>> = {
  account: "accounts",
  group: "groups",
  application: "applications",
};

/** A link where the thing has a page and was not deleted by this very change. */
function Target({
  instanceId,
  entry,
}: {
  readonly instanceId: string;
  readonly entry: IdentifiedAuditEntry;
}) {
  const { target, after } = entry;
  const page = PAGES[target.type];
  if (page === undefined || after === null) return target.name;
  return (
    <Link className="link" href={`/instances/${instanceId}/${page}/${target.id}`}>
      {target.name}
    </Link>
  );
}
