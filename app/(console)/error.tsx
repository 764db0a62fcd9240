"use client";

import { PageProblem } from "@/components/console/page-problem";

interface ErrorProps {
  readonly error: unknown;
  readonly retry: () => void;
}

/** A page that failed outside an instance's frame, or with it. */
export default function PageError({ error, retry }: ErrorProps) {
  return (
    <main className="mx-auto max-w-page px-4 py-16">
      <PageProblem error={error} retry={retry} />
    </main>
  );
}
