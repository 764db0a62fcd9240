import { CircleAlert, Inbox, Lock, type LucideIcon, SearchX } from "lucide-react";
import type { ReactNode } from "react";

export type EmptyKind = "none-yet" | "no-match" | "not-allowed" | "failed";

const ICON: Record<EmptyKind, LucideIcon> = {
  "none-yet": Inbox,
  "no-match": SearchX,
  "not-allowed": Lock,
  failed: CircleAlert,
};

interface EmptyStateProps {
  /** none-yet: what it is. no-match: the query echoed. not-allowed: who can grant it. failed: what did. */
  readonly kind: EmptyKind;
  readonly title: string;
  readonly body?: ReactNode;
  /** One button or link: *Add application*, *Clear filters*. */
  readonly action?: ReactNode;
  readonly level?: 1 | 2 | 3;
}

/** What stands where a list would. */
export function EmptyState({ kind, title, body, action, level = 2 }: EmptyStateProps) {
  const Icon = ICON[kind];
  const Heading = `h${level}` as const;
  return (
    <div className="flex flex-col items-center gap-3 px-4 py-12 text-center">
      <Icon aria-hidden className="size-6 text-muted" />
      <div className="flex max-w-100 flex-col gap-1 wrap-anywhere">
        <Heading className="font-medium">{title}</Heading>
        {body !== undefined && <div className="text-muted">{body}</div>}
      </div>
      {action}
    </div>
  );
}
