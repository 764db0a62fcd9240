"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import type { ActionRefusal } from "@/lib/http/action-result";

/** The part of a server action's answer that says no. */
export type Refused = Pick<ActionRefusal, "message" | "field" | "problem">;

interface RefusalProps {
  readonly refusal: Refused | undefined;
  /** The fields that show their own error. */
  readonly fields: readonly string[];
}

/**
 * A refusal that no field of the form shows. After another administrator's change it offers what is
 * there now; nothing of theirs is overwritten.
 */
export function Refusal({ refusal, fields }: RefusalProps) {
  const router = useRouter();
  if (!refusal) return null;
  if (refusal.problem === "conflict") {
    return (
      <Callout
        tone="bad"
        title="Someone changed this while you were editing"
        action={
          <Button size="small" onClick={() => router.refresh()}>
            Load the current values
          </Button>
        }
      >
        {refusal.message}
      </Callout>
    );
  }
  if (refusal.field !== undefined && fields.includes(refusal.field)) return null;
  return <Callout tone="bad">{refusal.message}</Callout>;
}

/** The error of one field, for its Field. */
export function errorOf(refusal: Refused | undefined, field: string): string | undefined {
  return refusal?.problem !== "conflict" && refusal?.field === field ? refusal.message : undefined;
}
