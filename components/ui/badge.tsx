import type { LucideIcon } from "lucide-react";
import { CircleAlert, CircleCheck, Info, Minus, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

export type BadgeTone = "neutral" | "good" | "warn" | "bad" | "info";

const LOOK: Record<BadgeTone, { readonly icon: LucideIcon; readonly className: string }> = {
  neutral: { icon: Minus, className: "bg-sunken text-muted" },
  good: { icon: CircleCheck, className: "bg-good-soft text-good" },
  warn: { icon: TriangleAlert, className: "bg-warn-soft text-warn" },
  bad: { icon: CircleAlert, className: "bg-bad-soft text-bad" },
  info: { icon: Info, className: "bg-info-soft text-info" },
};

interface BadgeProps {
  readonly tone: BadgeTone;
  /** In place of the tone's own icon, sized `size-3.5`. */
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}

/** A state: an icon and a word, never the colour alone. */
export function Badge({ tone, icon, children }: BadgeProps) {
  const { icon: Icon, className } = LOOK[tone];
  return (
    <span
      className={`inline-flex w-fit shrink-0 items-center gap-1 whitespace-nowrap rounded-md px-1.5 py-0.5 font-medium text-meta ${className}`}
    >
      <span aria-hidden className="shrink-0">
        {icon ?? <Icon className="size-3.5" />}
      </span>
      {children}
    </span>
  );
}
