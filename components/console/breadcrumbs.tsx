import { ChevronRight } from "lucide-react";
import Link from "next/link";

export interface Crumb {
  readonly label: string;
  readonly href: string;
}

/** The way back up, above a detail page's title; the page itself is not in it. */
export function Breadcrumbs({ crumbs }: { readonly crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumbs">
      <ol className="flex flex-wrap items-center gap-1 text-muted text-table">
        {crumbs.map(({ label, href }) => (
          <li key={href} className="flex min-w-0 items-center gap-1">
            <Link
              href={href}
              className="inline-flex min-h-8 items-center wrap-anywhere hover:text-text hover:underline"
            >
              {label}
            </Link>
            <ChevronRight aria-hidden className="size-3.5 shrink-0" />
          </li>
        ))}
      </ol>
    </nav>
  );
}
