"use client";

import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";

interface PageProblemProps {
  /** What a component threw, as Next hands it over. */
  readonly error: unknown;
  readonly retry: () => void;
}

/** In place of a page that failed: what happened, a way to try again, and what to look for in the server's log. */
export function PageProblem({ error, retry }: PageProblemProps) {
  const digest = digestOf(error);
  return (
    <div role="alert">
      <EmptyState
        kind="failed"
        level={1}
        title="This page could not be shown"
        body={
          <>
            <p>Nothing was changed by opening it. If it fails again, the server's log says why.</p>
            {digest !== undefined && (
              <p className="mt-2">
                Request id <span className="font-mono text-code text-text">{digest}</span>
              </p>
            )}
          </>
        }
        action={<Button onClick={retry}>Retry</Button>}
      />
    </div>
  );
}

/** Next hides a server error's message from the browser and gives this to find it by. */
function digestOf(error: unknown): string | undefined {
  return error instanceof Error && "digest" in error && typeof error.digest === "string"
    ? error.digest
    : undefined;
}
