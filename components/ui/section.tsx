import { type ReactNode, useId } from "react";

interface SectionProps {
  readonly title: string;
  readonly description?: ReactNode;
  readonly actions?: ReactNode;
  /** The place a link can point to: `#bearer-token`. */
  readonly id?: string;
  readonly children: ReactNode;
}

/** A part of a page under its h2. */
export function Section({ title, description, actions, id, children }: SectionProps) {
  const titleId = useId();
  return (
    <section id={id} aria-labelledby={titleId} className="flex min-w-0 scroll-mt-6 flex-col gap-4">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="flex max-w-form flex-col gap-1">
          <h2 id={titleId} className="font-semibold text-section">
            {title}
          </h2>
          {description !== undefined && <div className="text-muted">{description}</div>}
        </div>
        {actions !== undefined && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
