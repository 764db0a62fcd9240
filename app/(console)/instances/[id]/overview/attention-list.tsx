import { CircleCheck } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import type { Attention } from "@/lib/directory/overview/attention";
import { attentionText } from "./attention-text";

interface AttentionListProps {
  readonly instanceId: string;
  readonly items: readonly Attention[];
}

/** What an administrator should look at, the most urgent first; each with the page that mends it. */
export function AttentionList({ instanceId, items }: AttentionListProps) {
  if (items.length === 0) {
    return (
      <p className="flex items-center gap-2.5 rounded-lg border border-line bg-surface px-4 py-3">
        <CircleCheck aria-hidden className="size-4 shrink-0 text-good" />
        Nothing needs attention: no token runs out soon, no client fails, every set-up is finished.
      </p>
    );
  }
  return (
    <ul className="rounded-lg border border-line bg-surface">
      {items.map((item) => {
        const { tone, state, title, body, action, href } = attentionText(item, instanceId);
        return (
          <li
            key={item.kind === "token_expiring" ? item.tokenId : `${item.kind} ${item.applicationId}`}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-line border-b px-4 py-3 last:border-b-0"
          >
            <div className="flex min-w-0 flex-1 basis-80 flex-col gap-1">
              <div className="flex flex-wrap items-center gap-2">
                <Badge tone={tone}>{state}</Badge>
                <span className="wrap-anywhere font-medium">{title}</span>
              </div>
              <p className="text-muted">{body}</p>
            </div>
            <ButtonLink href={href} size="small">
              {action}
            </ButtonLink>
          </li>
        );
      })}
    </ul>
  );
}
