"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

export interface Tab {
  readonly href: string;
  readonly label: string;
  /** A badge or a number after the label. */
  readonly mark?: ReactNode;
}

interface TabsProps {
  /** Names the set: *Application*. */
  readonly label: string;
  readonly tabs: readonly Tab[];
}

/** Pages that belong together, as links: each has its address. */
export function Tabs({ label, tabs }: TabsProps) {
  const current = currentTab(tabs, usePathname());
  return (
    <nav aria-label={label} className="overflow-x-auto border-line border-b">
      <ul className="flex w-max gap-1">
        {tabs.map(({ href, label: name, mark }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={href === current ? "page" : undefined}
              className="flex min-h-10 items-center gap-2 border-transparent border-b-2 px-3 text-muted transition-colors -outline-offset-2 hover:text-text aria-[current=page]:border-accent aria-[current=page]:font-medium aria-[current=page]:text-text"
            >
              {name}
              {mark}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The tab whose address is the page's or the longest beginning of it: a tab has pages below it. */
function currentTab(tabs: readonly Tab[], pathname: string): string | undefined {
  return tabs
    .map(({ href }) => href)
    .filter((href) => pathname === href || pathname.startsWith(`${href}/`))
    .sort((one, other) => other.length - one.length)[0];
}
