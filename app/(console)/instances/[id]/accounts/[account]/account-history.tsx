import { RelativeTime } from "@/components/ui/relative-time";
import type { IdentifiedAuditEntry } from "@/lib/directory/logs/audit/list/page-audit";
import { actionWord, changesOf, keyWord } from "./history-words";

interface AccountHistoryProps {
  readonly entries: readonly IdentifiedAuditEntry[];
  /** The names of organizations by id; one that is not among them is shown by its id. */
  readonly organizations: ReadonlyMap<string, string>;
}

/** What was done to an account, each with before and after. */
export function AccountHistory({ entries, organizations }: AccountHistoryProps) {
  if (entries.length === 0) return <p className="text-muted">The audit log holds nothing about it.</p>;
  return (
    <ol className="flex flex-col divide-y divide-line rounded-lg border border-line bg-surface">
      {entries.map((entry) => (
        <li key={entry.id} className="flex flex-col gap-1 px-4 py-3">
          <p className="flex flex-wrap items-baseline justify-between gap-x-4">
            <span>
              <span className="font-medium">{actionWord(entry.action)}</span> by {entry.actor.name}
            </span>
            <span className="text-meta text-muted">
              <RelativeTime date={entry.time} />
            </span>
          </p>
          <dl className="flex flex-col gap-0.5 text-table">
            {changesOf(entry, organizations).map(({ key, before, after }) => (
              <div key={key} className="wrap-anywhere flex flex-wrap gap-x-2">
                <dt className="text-muted">{keyWord(key)}</dt>
                <dd>
                  {before !== undefined && (
                    <>
                      <del className="text-muted">{before}</del> <span className="sr-only">became</span>
                      <span aria-hidden>→</span>{" "}
                    </>
                  )}
                  {after}
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ol>
  );
}
