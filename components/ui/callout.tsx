import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

export type CalloutTone = "good" | "warn" | "bad" | "info";

const LOOK = {
  good: { icon: CircleCheck, ground: "bg-good-soft", ink: "text-good" },
  warn: { icon: TriangleAlert, ground: "bg-warn-soft", ink: "text-warn" },
  bad: { icon: CircleAlert, ground: "bg-bad-soft", ink: "text-bad" },
  info: { icon: Info, ground: "bg-info-soft", ink: "text-info" },
} as const;

interface CalloutProps {
  readonly tone: CalloutTone;
  readonly title?: string;
  /** A button or link at its end. */
  readonly action?: ReactNode;
  readonly children?: ReactNode;
}

/** Something to know before going on, in the page. `bad` is announced at once: it is an action's refusal. */
export function Callout({ tone, title, action, children }: CalloutProps) {
  const { icon: Icon, ground, ink } = LOOK[tone];
  return (
    <div
      {...(tone === "bad" && { role: "alert", tabIndex: -1 })}
      className={`flex flex-wrap items-start gap-x-4 gap-y-2 rounded-lg px-4 py-3 ${ground}`}
    >
      <div className="flex min-w-48 flex-1 gap-2.5">
        <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${ink}`} />
        <div className="flex min-w-0 flex-col gap-0.5 wrap-anywhere">
          {title !== undefined && <p className="font-medium">{title}</p>}
          {children !== undefined && <div>{children}</div>}
        </div>
      </div>
      {action}
    </div>
  );
}
