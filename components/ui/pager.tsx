"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button";
import { ButtonLink } from "./button-link";
import type { UrlChange } from "./list-url";
import { useListUrl } from "./use-list-url";

interface PagerProps {
  /** What the page holds: *1–50 of 100,000 accounts*, or *50 entries* where nobody counted. */
  readonly summary: string;
  /** What going there changes in the URL: `{ page: "2" }`, `{ after: cursor }`. None: there is no such page. */
  readonly previous?: UrlChange | undefined;
  readonly next?: UrlChange | undefined;
}

/** Previous and next page of a list that the server pages. */
export function Pager({ summary, previous, next }: PagerProps) {
  return (
    <nav aria-label="Pages" className="flex flex-wrap items-center justify-between gap-2">
      <p className="text-muted text-table tabular-nums">{summary}</p>
      <div className="flex gap-2">
        <Step change={previous} end="This is the first page.">
          <ChevronLeft aria-hidden className="size-4" />
          Previous
        </Step>
        <Step change={next} end="This is the last page.">
          Next
          <ChevronRight aria-hidden className="size-4" />
        </Step>
      </div>
    </nav>
  );
}

interface StepProps {
  readonly change: UrlChange | undefined;
  readonly end: string;
  readonly children: ReactNode;
}

function Step({ change, end, children }: StepProps) {
  const { href } = useListUrl();
  if (!change) {
    return (
      <Button size="small" disabledReason={end}>
        {children}
      </Button>
    );
  }
  return (
    <ButtonLink size="small" href={href(change)}>
      {children}
    </ButtonLink>
  );
}
