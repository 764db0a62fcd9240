"use client";

import { CircleCheck, CircleMinus, CircleX } from "lucide-react";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import type { EndpointTest } from "@/lib/directory/applications/guide/test-endpoint";
import { testEndpointAction } from "./actions";

interface TestEndpointProps {
  readonly instanceId: string;
  readonly applicationId: string;
  readonly reason: string | undefined;
}

type Shown = { readonly test: EndpointTest } | { readonly problem: string };

/** *Test this endpoint*: what a client would be answered, step by step. */
export function TestEndpoint({ instanceId, applicationId, reason }: TestEndpointProps) {
  const [shown, setShown] = useState<Shown>();
  const [pending, start] = useTransition();

  function test() {
    start(async () => {
      const result = await testEndpointAction(instanceId, undefined, { applicationId });
      if (!result.ok) setShown({ problem: result.message });
      else if (result.value) setShown({ test: result.value });
    });
  }

  return (
    <div className="flex flex-col gap-4">
      <div>
        <Button variant="primary" pending={pending} disabledReason={reason} onClick={test}>
          Test this endpoint
        </Button>
      </div>
      <div aria-live="polite" className="flex flex-col gap-4">
        {shown && "problem" in shown && (
          <Callout tone="bad" title="The test could not run">
            {shown.problem}
          </Callout>
        )}
        {shown && "test" in shown && <Outcome test={shown.test} />}
      </div>
    </div>
  );
}

const LOOK = {
  passed: { icon: CircleCheck, ink: "text-good", word: "passed" },
  failed: { icon: CircleX, ink: "text-bad", word: "failed" },
  skipped: { icon: CircleMinus, ink: "text-muted", word: "skipped" },
} as const;

function Outcome({ test: { passed, steps } }: { readonly test: EndpointTest }) {
  return (
    <>
      <Callout
        tone={passed ? "good" : "warn"}
        title={passed ? "Every step passed" : "Some steps did not pass"}
      >
        {passed
          ? "A client with this application's token can synchronize accounts and groups. Nothing of the test was kept."
          : "A client would be answered the same. Nothing of the test was kept."}
      </Callout>
      <ol className="flex flex-col rounded-lg border border-line bg-surface">
        {steps.map(({ name, call, outcome, detail, milliseconds }) => {
          const { icon: Icon, ink, word } = LOOK[outcome];
          return (
            <li key={call + name} className="flex gap-2.5 border-line border-b px-4 py-3 last:border-b-0">
              <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${ink}`} />
              <div className="min-w-0 grow">
                <p className="font-medium">
                  {name} <span className={`font-normal ${ink}`}>– {word}</span>
                </p>
                <p className="wrap-anywhere font-mono text-code text-muted">{call}</p>
                <p className="wrap-anywhere">{detail}</p>
              </div>
              {outcome !== "skipped" && (
                <span className="shrink-0 text-meta text-muted tabular-nums">
                  {Math.round(milliseconds)} ms
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </>
  );
}
