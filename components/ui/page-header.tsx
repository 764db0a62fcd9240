import type { ReactNode } from "react";

interface PageHeaderProps {
  readonly title: string;
  /** A badge, an id to copy, a line of context. */
  readonly meta?: ReactNode;
  readonly actions?: ReactNode;
}

/** The top of a page: the one h1, and what can be done here. */
export function PageHeader({ title, meta, actions }: PageHeaderProps) {
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="flex min-w-0 flex-col gap-1">
        <h1 className="wrap-anywhere font-semibold text-title">{title}</h1>
        {meta !== undefined && <div className="flex flex-wrap items-center gap-2 text-muted">{meta}</div>}
      </div>
      {actions !== undefined && <div className="flex flex-wrap gap-2">{actions}</div>}
    </header>
  );
}
