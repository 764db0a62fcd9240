"use client";

import { useEffect, useState } from "react";
import { countScopeAction } from "./actions";
import { insideText } from "./inside-text";

interface InsideCountProps {
  readonly instanceId: string;
  readonly name: string;
  readonly organizations: readonly string[];
  readonly groups: readonly string[];
}

const PAUSE_MS = 300;

/** Who would be inside what is ticked now, counted when the ticking pauses. */
export function InsideCount({ instanceId, name, organizations, groups }: InsideCountProps) {
  const [said, setSaid] = useState("Counting who is inside …");
  const asked = JSON.stringify({ organizations, groups });

  useEffect(() => {
    let current = true;
    const timer = setTimeout(async () => {
      const result = await countScopeAction(instanceId, undefined, JSON.parse(asked));
      if (!current) return;
      if (!result.ok) setSaid(result.message);
      else if (result.value) setSaid(insideText(result.value, name));
    }, PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [asked, instanceId, name]);

  return <output className="text-muted text-table tabular-nums">{said}</output>;
}
